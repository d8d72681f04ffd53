package dev.carillon.cli;

import dev.carillon.platform.Addresses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// `carillon up` as a process of its own, on free ports, with the given build and home.
final class UpProcess implements AutoCloseable {
  private static final List<String> PARTS =
      List.of("api", "worker", "media-bridge", "sandbox", "temporal", "postgres");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path home;
  private final Path output;
  private final Process process;
  private List<ProcessHandle> started = List.of();

  private UpProcess(Path home, Path output, Process process) {
    this.home = home;
    this.output = output;
    this.process = process;
  }

  static UpProcess start(Path build, Path home, Map<String, String> more) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = new ArrayList<>(List.of(java, "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("dev.carillon.cli.CarillonMain", "up"));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    var output = Files.createTempFile(build, "up", ".out");
    builder.redirectOutput(output.toFile());
    var environment = new HashMap<String, String>();
    for (var port :
        List.of("API", "MEDIA_BRIDGE", "SANDBOX", "TEMPORAL", "TEMPORAL_UI", "POSTGRES")) {
      environment.put("CARILLON_" + port + "_PORT", "0");
    }
    environment.put("CARILLON_HOME", home.toString());
    environment.put("CARILLON_BUILD", build.toString());
    environment.put("CARILLON_PROJECT", build.toString());
    environment.put("PATH", System.getenv("PATH"));
    environment.put("HOME", System.getProperty("user.home"));
    environment.putAll(more);
    builder.environment().clear();
    builder.environment().putAll(environment);
    return new UpProcess(home, output, builder.start());
  }

  UpProcess awaitReady() throws InterruptedException {
    until("READY is printed", () -> text().lines().anyMatch(line -> line.startsWith("READY")));
    started = parts();
    return this;
  }

  void until(String what, BooleanSupplier condition) throws InterruptedException {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "not within " + PATIENCE.toSeconds() + " s: " + what + "\n" + text());
      }
      if (process.waitFor(50, TimeUnit.MILLISECONDS) && !condition.getAsBoolean()) {
        throw new AssertionError("ended before: " + what + "\n" + text());
      }
    }
  }

  String text() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  Addresses addresses() {
    return Addresses.read(home.resolve("run/addresses.json")).orElseThrow();
  }

  ProcessHandle part(String name) {
    return pid(name).flatMap(ProcessHandle::of).orElseThrow();
  }

  Optional<Long> pid(String name) {
    try {
      return Optional.of(
          Long.valueOf(Files.readString(home.resolve("run/" + name + ".pid")).strip()));
    } catch (IOException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  List<ProcessHandle> parts() {
    return PARTS.stream().map(this::part).toList();
  }

  /// Ends it as Ctrl-C or a service manager does; the exit value.
  int terminate() throws InterruptedException {
    process.destroy();
    return awaitExit();
  }

  int awaitExit() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("does not end\n" + text());
    }
    return process.exitValue();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(40, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    started.forEach(ProcessHandle::destroyForcibly);
  }
}
