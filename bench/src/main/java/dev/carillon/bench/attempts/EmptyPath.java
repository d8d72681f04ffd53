package dev.carillon.bench.attempts;

import dev.carillon.account.Admissions;
import dev.carillon.bench.Servers;
import dev.carillon.call.CallWorkflowImpl;
import dev.carillon.campaign.JourneyStart;
import dev.carillon.campaign.JourneyWorkflowImpl;
import dev.carillon.campaign.Permit;
import dev.carillon.campaign.RedialPolicy;
import dev.carillon.campaign.Step;
import dev.carillon.policy.TaskQueues;
import dev.carillon.temporal.CallWorkflows;
import dev.carillon.temporal.CampaignWorkflows;
import dev.carillon.temporal.ConversationWorkflows;
import dev.carillon.temporal.SearchAttributes;
import dev.carillon.temporal.TemporalAdmissions;
import dev.carillon.temporal.TemporalConnection;
import dev.carillon.temporal.TemporalSettings;
import io.temporal.api.workflowservice.v1.RegisterNamespaceRequest;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/// No database, no carrier, no queue: journeys are started by hand and the activities do nothing. A
/// namespace of its own on the same Temporal.
final class EmptyPath implements Path {
  private static final String NAMESPACE = "empty";
  private static final UUID TENANT = new UUID(0, 1);

  private final Semaphore room = new Semaphore(AttemptsBench.IN_FLIGHT);
  private final TemporalConnection temporal;
  private final WorkerFactory factory;
  private final BareAdmissions bare;

  EmptyPath(Servers servers) {
    temporal =
        new TemporalConnection(
            TemporalSettings.from(
                Map.of(
                    "TEMPORAL_ADDRESS",
                    servers.temporalAddress(),
                    "TEMPORAL_NAMESPACE",
                    NAMESPACE,
                    "CARILLON_CODEC_KEYS",
                    AttemptsBench.CODEC_KEY)),
            null);
    register();
    factory =
        WorkerFactory.newInstance(
            temporal.client(),
            WorkerFactoryOptions.newBuilder()
                .setUsingVirtualWorkflowThreads(true)
                .setWorkflowCacheSize(2_000)
                .build());
    var nothing = new NothingDone(new CallWorkflows(temporal), room);
    var options = WorkerOptions.newBuilder().setUsingVirtualThreads(true).build();
    var worker = factory.newWorker(TaskQueues.CALLS, options);
    worker.registerWorkflowImplementationTypes(JourneyWorkflowImpl.class, CallWorkflowImpl.class);
    worker.registerActivitiesImplementations(nothing);
    factory.newWorker(TaskQueues.TELEPHONY, options).registerActivitiesImplementations(nothing);
    factory.start();
    bare = new BareAdmissions(temporal);
  }

  private void register() {
    var _ =
        temporal
            .stubs()
            .blockingStub()
            .registerNamespace(
                RegisterNamespaceRequest.newBuilder()
                    .setNamespace(NAMESPACE)
                    .setWorkflowExecutionRetentionPeriod(
                        com.google.protobuf.Duration.newBuilder().setSeconds(86_400))
                    .build());
    SearchAttributes.register(temporal);
  }

  @Override
  public double attemptsPerSecond(Pair pair, int people) throws InterruptedException {
    var admissions =
        switch (pair) {
          case CARILLON ->
              new TemporalAdmissions(
                  new CallWorkflows(temporal),
                  new CampaignWorkflows(temporal),
                  new ConversationWorkflows(temporal));
          case BARE -> bare;
        };
    var campaign = UUID.randomUUID();
    var started = System.nanoTime();
    for (var i = 0; i < people; i++) {
      room.acquire();
      Thread.ofVirtual().start(() -> admit(admissions, campaign));
    }
    room.acquire(AttemptsBench.IN_FLIGHT);
    room.release(AttemptsBench.IN_FLIGHT);
    return people / ((System.nanoTime() - started) / 1e9);
  }

  private static void admit(Admissions admissions, UUID campaign) {
    admissions.admitJourney(
        new JourneyStart(
            TENANT,
            campaign,
            UUID.randomUUID(),
            1,
            new RedialPolicy(Map.of()),
            List.of(new Step.Call())),
        new Permit(UUID.randomUUID(), 1));
  }

  @Override
  public void close() {
    bare.close();
    factory.shutdownNow();
    temporal.close();
  }
}
