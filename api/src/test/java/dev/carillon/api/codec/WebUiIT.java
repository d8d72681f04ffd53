package dev.carillon.api.codec;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import dev.carillon.activities.postgres.Ids;
import dev.carillon.activities.postgres.TestDatabase;
import dev.carillon.api.Chromium;
import dev.carillon.api.DevServer;
import dev.carillon.api.RunningApi;
import dev.carillon.call.Acknowledged;
import dev.carillon.call.AfterCall;
import dev.carillon.call.CallBook;
import dev.carillon.call.CallBrief;
import dev.carillon.call.CallStart;
import dev.carillon.call.CallSummary;
import dev.carillon.call.CallWorkflowImpl;
import dev.carillon.call.CarrierReport;
import dev.carillon.call.Direction;
import dev.carillon.call.Disposition;
import dev.carillon.call.Outcome;
import dev.carillon.call.Placement;
import dev.carillon.call.Telephony;
import dev.carillon.policy.TaskQueues;
import dev.carillon.policy.WorkflowIds;
import dev.carillon.temporal.CallWorkflows;
import dev.carillon.temporal.SearchAttributes;
import dev.carillon.temporal.TemporalConnection;
import io.temporal.worker.WorkerFactory;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Temporal's real web UI reads through the codec endpoint what only ciphertext is of otherwise: a
/// real call's workflow, started and told as the platform does it.
class WebUiIT {
  private static final String SUMMARY = "Ada keeps her oil change and asks where to park.";

  private static final DevServer.Ports PORTS = DevServer.Ports.free();
  @AutoClose private static final RunningApi API = RunningApi.start(PORTS.settings());

  @AutoClose
  private static final DevServer TEMPORAL = DevServer.start(PORTS, API.address().resolve("/codec"));

  @AutoClose private static final Chromium CHROMIUM = new Chromium();

  private static WorkerFactory workers;
  private static UUID call;

  @BeforeAll
  static void aCallIsTalked() {
    var connection = API.part(TemporalConnection.class);
    SearchAttributes.register(connection);
    workers = WorkerFactory.newInstance(connection.client());
    var calls = workers.newWorker(TaskQueues.CALLS);
    calls.registerWorkflowImplementationTypes(CallWorkflowImpl.class);
    calls.registerActivitiesImplementations(new Books(), new Listener());
    workers.newWorker(TaskQueues.TELEPHONY).registerActivitiesImplementations(new Carrier());
    workers.newWorker(TaskQueues.AFTER_CALL).registerActivitiesImplementations(new Listener());
    workers.start();
    call = API.part(Ids.class).next();
    API.part(CallWorkflows.class)
        .start(new CallStart(TestDatabase.TENANT, call, Direction.OUTBOUND, null, 1));
    API.part(CallWorkflows.class)
        .reported(
            call,
            new CarrierReport.Over(
                "CA1", Disposition.ANSWERED, true, API.part(InstantSource.class).instant()));
    connection.client().newUntypedWorkflowStub(WorkflowIds.call(call)).getResult(Object.class);
  }

  @AfterAll
  static void end() {
    workers.shutdownNow();
  }

  @Test
  void theSummaryOfACallCanBeReadThere() {
    var page = CHROMIUM.page();
    page.navigate(TEMPORAL.page(WorkflowIds.call(call)).toString());

    page.getByText("User Metadata").click();

    // The web UI renders details as Markdown, in a frame of its own.
    page.waitForCondition(() -> page.frames().stream().anyMatch(WebUiIT::showsSummary));
    assertThat(page.getByText("Codec Server could not connect")).hasCount(0);
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/console/temporal.png")));
  }

  private static boolean showsSummary(Frame frame) {
    try {
      return frame.getByText(SUMMARY).count() > 0;
    } catch (PlaywrightException _) {
      // The page replaces its frames while it is being filled.
      return false;
    }
  }

  @Test
  void withoutTheCodecThereIsNothingToRead() {
    var stored =
        API.part(TemporalConnection.class)
            .client()
            .fetchHistory(WorkflowIds.call(call))
            .toJson(false);

    assertThat(stored).contains("AfterCall_summarise").doesNotContain("oil change");
  }

  /// Books that remember nothing.
  private static final class Books implements CallBook {
    @Override
    public CallBrief brief(CallStart start) {
      throw new IllegalStateException("nobody asks");
    }

    @Override
    public Acknowledged streamEnded(StreamNote note) {
      return new Acknowledged(true);
    }

    @Override
    public Acknowledged close(CallEnd end) {
      return new Acknowledged(true);
    }
  }

  /// A carrier that takes every call.
  private static final class Carrier implements Telephony {
    @Override
    public Placement place(CallStart start) {
      return new Placement.Placed("CA1");
    }

    @Override
    public Acknowledged pauseRecording(RecordingPause pause) {
      return new Acknowledged(true);
    }

    @Override
    public Acknowledged hangUp(CallStart start) {
      return new Acknowledged(true);
    }
  }

  /// Heard them both, and says what came of it.
  private static final class Listener implements AfterCall {
    @Override
    public Heard listen(Listen listen) {
      return new Heard(true, true, false, 2);
    }

    @Override
    public CallSummary summarise(CallStart start) {
      return new CallSummary(SUMMARY, "HIGH", "Text her where to park", Outcome.GOAL_ACHIEVED);
    }
  }
}
