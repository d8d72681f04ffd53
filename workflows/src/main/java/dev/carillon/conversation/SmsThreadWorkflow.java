package dev.carillon.conversation;

import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/// One conversation by text: answers each text with one text, in the order in which they came, and
/// ends when it has been quiet. What was said stays in the timeline. Workflow id
/// `sms/{tenantId}/{contactId}`.
@WorkflowInterface
public interface SmsThreadWorkflow {

  @WorkflowMethod(name = "SmsThread")
  void run(ThreadStart start);

  /// A text has come in. The same one twice is answered once.
  @SignalMethod(name = "received")
  void received(ReceivedText text);
}
