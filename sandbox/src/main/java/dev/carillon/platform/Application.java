package dev.carillon.platform;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// One of Carillon's own programs.
///
/// @param name of its module, its pid file and its log
/// @param heap of the Java machine, as `-Xmx` takes it
/// @param tuning of the Java machine: [#EARLY] or nothing
/// @param requires parts that must be ready before it is started
record Application(
    String name,
    String mainClass,
    String heap,
    List<String> tuning,
    List<String> requires,
    Duration stopLimit) {

  /// For programs that wait for others most of the time: on a small machine the second compiler and
  /// the concurrent collector cost the first callers more than they ever give back.
  private static final List<String> EARLY = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  /// For the live loop: what runs for every frame is compiled twice, but not while the first calls
  /// are being answered (ten times the usual thresholds).
  private static final List<String> PATIENT =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:Tier4InvocationThreshold=50000",
          "-XX:Tier4MinInvocationThreshold=6000",
          "-XX:Tier4CompileThreshold=150000",
          "-XX:Tier4BackEdgeThreshold=400000");

  static final Application SANDBOX =
      new Application(
          "sandbox",
          "dev.carillon.sandbox.SandboxMain",
          "768m",
          List.of(),
          List.of(),
          Duration.ofSeconds(4));
  static final Application MEDIA_BRIDGE =
      new Application(
          "media-bridge",
          "dev.carillon.bridge.BridgeMain",
          "512m",
          PATIENT,
          List.of("temporal"),
          Duration.ofSeconds(6));
  static final Application API =
      new Application(
          "api",
          "dev.carillon.api.ApiMain",
          "768m",
          EARLY,
          List.of("postgres", "temporal"),
          Duration.ofSeconds(12));
  static final Application WORKER =
      new Application(
          "worker",
          "dev.carillon.worker.WorkerMain",
          "1g",
          EARLY,
          List.of("postgres", "temporal"),
          Duration.ofSeconds(20));

  Application {
    tuning = List.copyOf(tuning);
    requires = List.copyOf(requires);
  }

  List<String> javaOptions() {
    return Stream.concat(
            tuning.stream(),
            Stream.of(
                "-Xmx" + heap,
                "-Xshare:auto",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:ErrorFile=/dev/stderr",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Duser.timezone=UTC"))
        .toList();
  }
}
