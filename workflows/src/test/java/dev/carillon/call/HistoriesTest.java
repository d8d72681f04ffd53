package dev.carillon.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.campaign.CampaignWorkflowImpl;
import dev.carillon.campaign.JourneyWorkflowImpl;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.WorkflowReplayer;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What earlier releases have run must replay on this code: calls and journeys live on while a
/// release is rolled out. Each release adds its histories (docs/operations.md), none is ever
/// deleted.
class HistoriesTest {

  static List<Path> histories() throws IOException, URISyntaxException {
    var folder = Path.of(HistoriesTest.class.getResource("/histories").toURI());
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("histories")
  void replays(Path file) throws Exception {
    var history = WorkflowExecutionHistory.fromJson(Files.readString(file));

    WorkflowReplayer.replayWorkflowExecution(
        history, CallWorkflowImpl.class, JourneyWorkflowImpl.class, CampaignWorkflowImpl.class);
  }

  @Test
  void thereAreHistoriesOfCallsJourneysAndCampaigns() throws Exception {
    assertThat(histories())
        .extracting(file -> file.getFileName().toString().replaceAll("-.*", ""))
        .contains("call", "journey", "campaign");
  }
}
