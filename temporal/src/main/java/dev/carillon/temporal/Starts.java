package dev.carillon.temporal;

import dev.carillon.account.AccountRef;
import dev.carillon.account.CarrierAccountWorkflow;
import dev.carillon.booking.BookingRef;
import dev.carillon.booking.BookingWorkflow;
import dev.carillon.call.CallStart;
import dev.carillon.call.CallWorkflow;
import dev.carillon.campaign.CampaignRef;
import dev.carillon.campaign.JourneyStart;
import dev.carillon.campaign.JourneyWorkflow;
import dev.carillon.campaign.Permit;
import dev.carillon.conversation.ReceivedText;
import dev.carillon.conversation.SmsThreadWorkflow;
import dev.carillon.conversation.ThreadStart;
import dev.carillon.policy.SearchKeys;
import dev.carillon.policy.TaskQueues;
import dev.carillon.policy.WorkflowIds;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.SearchAttributes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// With which options each workflow is started: ids from business ids, and what a second start
/// means.
final class Starts {
  private Starts() {}

  /// A call that the rules postponed ends its workflow and comes again under its id. That nobody is
  /// rung twice is up to the fence.
  static void call(WorkflowClient client, CallStart call) {
    var options =
        options(WorkflowIds.call(call.callId()), call.tenantId(), call.campaignId())
            .setWorkflowIdReusePolicy(
                WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
            .setStaticSummary("Attempt " + call.attemptNo())
            .build();
    try {
      WorkflowClient.start(client.newWorkflowStub(CallWorkflow.class, options)::run, call);
    } catch (WorkflowExecutionAlreadyStarted _) {
      // Started before: a lost admission is sent again.
    }
  }

  static void journey(WorkflowClient client, JourneyStart journey, Permit permit) {
    var id = WorkflowIds.journey(journey.campaignId(), journey.contactId());
    var options =
        options(id, journey.tenantId(), journey.campaignId())
            .setWorkflowIdReusePolicy(
                WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE)
            .setStaticSummary("One person's journey")
            .build();
    var stub = client.newWorkflowStub(JourneyWorkflow.class, options);
    var request = client.newSignalWithStartRequest();
    request.add(stub::run, journey);
    request.add(stub::admit, permit);
    try {
      client.signalWithStart(request);
    } catch (WorkflowExecutionAlreadyStarted _) {
      // The journey is over: a permit that came late is worth nothing.
    }
  }

  /// A thread that has ended begins anew with the next text.
  static void text(WorkflowClient client, ThreadStart start, ReceivedText text) {
    var thread = start.thread();
    var options =
        options(WorkflowIds.texts(thread.tenantId(), thread.contactId()), thread.tenantId(), null)
            .setWorkflowIdReusePolicy(
                WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
            .setStaticSummary("A conversation by text")
            .build();
    var stub = client.newWorkflowStub(SmsThreadWorkflow.class, options);
    var request = client.newSignalWithStartRequest();
    request.add(stub::run, start);
    request.add(stub::received, text);
    client.signalWithStart(request);
  }

  /// One workflow keeps an appointment's promise; each change begins or wakes it.
  static void booking(WorkflowClient client, BookingRef booking) {
    var options =
        options(WorkflowIds.booking(booking.appointmentId()), booking.tenantId(), null)
            .setWorkflowIdReusePolicy(
                WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
            .setStaticSummary("An appointment in the calendar")
            .build();
    var stub = client.newWorkflowStub(BookingWorkflow.class, options);
    var request = client.newSignalWithStartRequest();
    request.add(stub::run, booking);
    request.add(stub::changed);
    client.signalWithStart(request);
  }

  static void account(WorkflowClient client, AccountRef account) {
    var options =
        options(WorkflowIds.account(account.accountId()), account.tenantId(), null)
            .setWorkflowIdReusePolicy(
                WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
            .setWorkflowIdConflictPolicy(
                WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
            .setStaticSummary("Carrier account")
            .build();
    WorkflowClient.start(
        client.newWorkflowStub(CarrierAccountWorkflow.class, options)::run, account);
  }

  /// A campaign's workflow comes with its first command and may come again: a draft that was only
  /// asked to pause leaves none behind.
  static WorkflowOptions campaign(CampaignRef campaign) {
    return options(
            WorkflowIds.campaign(campaign.campaignId()), campaign.tenantId(), campaign.campaignId())
        .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
        .setWorkflowIdConflictPolicy(
            WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
        .setStaticSummary("Campaign")
        .build();
  }

  static WorkflowOptions.Builder options(
      String workflowId, UUID tenantId, @Nullable UUID campaignId) {
    var attributes = SearchAttributes.newBuilder().set(SearchKeys.TENANT_ID, tenantId.toString());
    if (campaignId != null) {
      attributes.set(SearchKeys.CAMPAIGN_ID, campaignId.toString());
    }
    return WorkflowOptions.newBuilder()
        .setWorkflowId(workflowId)
        .setTaskQueue(TaskQueues.CALLS)
        .setTypedSearchAttributes(attributes.build());
  }
}
