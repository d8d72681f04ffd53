package dev.carillon.policy;

import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.common.SearchAttributes;
import io.temporal.workflow.ChildWorkflowOptions;

/// Options of child workflows.
public final class ChildPolicies {
  private ChildPolicies() {}

  /// A call outlives its journey's end: whatever was begun on the line is finished and written
  /// down.
  public static ChildWorkflowOptions call(
      String workflowId, SearchAttributes attributes, String summary) {
    return ChildWorkflowOptions.newBuilder()
        .setWorkflowId(workflowId)
        .setTaskQueue(TaskQueues.CALLS)
        .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_ABANDON)
        .setTypedSearchAttributes(attributes)
        .setStaticSummary(summary)
        .build();
  }
}
