package dev.carillon.platform;

import java.time.Duration;
import java.util.List;

/// One of Carillon's own programs.
///
/// @param name of its module, its pid file and its log
/// @param heap of the Java machine, as `-Xmx` takes it
/// @param requires parts that must be ready before it is started
record Application(
    String name, String mainClass, String heap, List<String> requires, Duration stopLimit) {

  static final Application SANDBOX =
      new Application(
          "sandbox", "dev.carillon.sandbox.SandboxMain", "768m", List.of(), Duration.ofSeconds(4));
  static final Application MEDIA_BRIDGE =
      new Application(
          "media-bridge",
          "dev.carillon.bridge.BridgeMain",
          "512m",
          List.of("temporal"),
          Duration.ofSeconds(6));
  static final Application API =
      new Application(
          "api",
          "dev.carillon.api.ApiMain",
          "768m",
          List.of("postgres", "temporal"),
          Duration.ofSeconds(12));
  static final Application WORKER =
      new Application(
          "worker",
          "dev.carillon.worker.WorkerMain",
          "1g",
          List.of("postgres", "temporal"),
          Duration.ofSeconds(20));

  Application {
    requires = List.copyOf(requires);
  }

  List<String> javaOptions() {
    return List.of(
        "-Xmx" + heap,
        "-Xshare:auto",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:ErrorFile=/dev/stderr",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Duser.timezone=UTC");
  }
}
