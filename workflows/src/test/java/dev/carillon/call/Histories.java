package dev.carillon.call;

import io.temporal.client.WorkflowClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Keeps histories of workflows that tests ran, when the system property `carillon.histories` names
/// a folder: how a release adds its own.
public final class Histories {
  private Histories() {}

  public static void keep(WorkflowClient client, String workflowId, String kind, String what) {
    var folder = System.getProperty("carillon.histories");
    if (folder == null) {
      return;
    }
    var name = kind + "-" + what.replaceAll("\\W+", "") + ".json";
    try {
      Files.createDirectories(Path.of(folder));
      Files.writeString(
          Path.of(folder).resolve(name), client.fetchHistory(workflowId).toJson(true));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
