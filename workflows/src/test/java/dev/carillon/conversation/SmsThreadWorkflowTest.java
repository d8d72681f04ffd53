package dev.carillon.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.call.Acknowledged;
import dev.carillon.call.ToolDesk;
import dev.carillon.call.ToolResult;
import dev.carillon.call.ToolUse;
import dev.carillon.policy.TaskQueues;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmsThreadWorkflowTest {
  private static final TextThread THREAD = new TextThread(new UUID(0, 1), new UUID(0, 2));
  private static final UUID FIRST = new UUID(0, 3);
  private static final UUID SECOND = new UUID(0, 4);

  private final FakeDesk desk = new FakeDesk();
  private final FakeTools tools = new FakeTools();
  private final TestWorkflowEnvironment temporal = TestWorkflowEnvironment.newInstance();

  @BeforeEach
  void start() {
    var calls = temporal.newWorker(TaskQueues.CALLS);
    calls.registerWorkflowImplementationTypes(SmsThreadWorkflowImpl.class);
    calls.registerActivitiesImplementations(desk, tools);
    temporal.newWorker(TaskQueues.AFTER_CALL).registerActivitiesImplementations(desk);
    temporal.start();
  }

  @AfterEach
  void stop() {
    temporal.close();
  }

  @Test
  void eachTextGetsOneAnswerInTheOrderInWhichTheyCame() {
    conversation(FIRST, SECOND);

    assertThat(desk.replies).containsExactly(FIRST + ": yes", SECOND + ": yes");
  }

  @Test
  void theSameTextTwiceIsAnsweredOnce() {
    conversation(FIRST, FIRST);

    assertThat(desk.replies).containsExactly(FIRST + ": yes");
  }

  @Test
  void theModelUsesToolsAndAnswersWithWhatTheySaid() {
    desk.thinks =
        order ->
            order.done().isEmpty()
                ? new TextThought.Uses(List.of(new ToolUse("t1", "get_available_slots", "{}")))
                : new TextThought.Says(order.done().getFirst().results().getFirst().json());

    conversation(FIRST);

    assertThat(tools.used).containsExactly("get_available_slots for " + FIRST);
    assertThat(desk.replies).containsExactly(FIRST + ": {\"slots\":[]}");
  }

  @Test
  void aModelThatIsAwayLeavesNobodyWithoutAnAnswer() {
    desk.thinks =
        _ -> {
          throw ApplicationFailure.newFailure("away", "UNAVAILABLE");
        };

    conversation(FIRST);

    assertThat(desk.replies).singleElement().asString().contains("We will get back to you");
  }

  @Test
  void aModelThatGoesRoundInCirclesIsStopped() {
    desk.thinks =
        order ->
            new TextThought.Uses(
                List.of(new ToolUse("t" + order.done().size(), "look_up_customer", "{}")));

    conversation(FIRST);

    assertThat(tools.used).hasSize(8);
    assertThat(desk.replies).hasSize(1);
  }

  @Test
  void whoDoesNotWantToBeTextedIsNot() {
    desk.thinks = _ -> new TextThought.Silence();

    conversation(FIRST);

    assertThat(desk.replies).isEmpty();
  }

  /// Lets the texts come in, and the thread end by itself after its quiet time.
  private void conversation(UUID... messages) {
    var thread =
        temporal
            .getWorkflowClient()
            .newWorkflowStub(
                SmsThreadWorkflow.class,
                WorkflowOptions.newBuilder().setTaskQueue(TaskQueues.CALLS).build());
    WorkflowClient.start(
        thread::run, new ThreadStart(THREAD, Duration.ofMinutes(30), List.of(messages[0])));
    for (var message : messages) {
      thread.received(new ReceivedText(message));
    }
    WorkflowStub.fromTyped(thread).getResult(Void.class);
  }

  private static final class FakeDesk implements TextDesk {
    private final List<String> replies = new CopyOnWriteArrayList<>();
    private volatile Function<Order, TextThought> thinks = _ -> new TextThought.Says("yes");

    @Override
    public Thinking think(Order order) {
      return new Thinking(thinks.apply(order));
    }

    @Override
    public Acknowledged reply(Reply reply) {
      replies.add(reply.turn().messageId() + ": " + reply.words());
      return new Acknowledged(true);
    }
  }

  private static final class FakeTools implements ToolDesk {
    private final List<String> used = new CopyOnWriteArrayList<>();

    @Override
    public ToolResult run(ToolOrder order) {
      var text = order.text();
      used.add(order.use().name() + " for " + (text == null ? "a call" : text.messageId()));
      return new ToolResult("{\"slots\":[]}", null);
    }
  }
}
