package dev.carillon.bench.attempts;

import dev.carillon.account.Admissions;
import dev.carillon.call.CallStart;
import dev.carillon.campaign.JourneyStart;
import dev.carillon.campaign.Permit;
import dev.carillon.policy.WorkflowIds;
import dev.carillon.temporal.TemporalConnection;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;

/// Starts the bare pair where Carillon would start its own, and runs it.
final class BareAdmissions implements Admissions, AutoCloseable {
  static final String QUEUE = "bare";

  private final WorkflowClient client;
  private final WorkerFactory factory;

  BareAdmissions(TemporalConnection temporal) {
    this.client = temporal.client();
    this.factory =
        WorkerFactory.newInstance(
            client,
            WorkerFactoryOptions.newBuilder()
                .setUsingVirtualWorkflowThreads(true)
                .setWorkflowCacheSize(2_000)
                .build());
    factory
        .newWorker(QUEUE, WorkerOptions.newBuilder().setUsingVirtualThreads(true).build())
        .registerWorkflowImplementationTypes(BareJourneyImpl.class, BareCallImpl.class);
    factory.start();
  }

  @Override
  public void admitJourney(JourneyStart journey, Permit permit) {
    var options =
        WorkflowOptions.newBuilder()
            .setWorkflowId(WorkflowIds.journey(journey.campaignId(), journey.contactId()))
            .setTaskQueue(QUEUE)
            .build();
    var stub = client.newWorkflowStub(BareJourney.class, options);
    var request = client.newSignalWithStartRequest();
    request.add(stub::run, journey);
    request.add(stub::admit, permit);
    client.signalWithStart(request);
  }

  @Override
  public void startCall(CallStart call) {
    throw new UnsupportedOperationException("every attempt here belongs to a journey");
  }

  @Override
  public void close() {
    factory.shutdownNow();
  }
}
