package dev.carillon.platform.temporal;

import dev.carillon.platform.process.Part;
import dev.carillon.platform.process.Probe;
import dev.carillon.platform.process.StopSignal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The development server as a part called `temporal`: the real server, kept in one SQLite file.
///
/// @param database with WAL and NORMAL it does twice the work and survives the death of the process
/// @param codecEndpoint where the web UI has payloads decoded
public record TemporalServer(
    String host,
    int port,
    int uiPort,
    Path database,
    Path log,
    String namespace,
    URI codecEndpoint) {

  public Part part(Path binary, Map<String, String> environment) {
    return part(command(binary), environment, Probe.http(URI.create(ui())));
  }

  /// The in-memory server of Temporal's Java SDK, for machines that can get no other. No web UI,
  /// schedules, search or durability.
  public Part inMemory(List<String> java, Map<String, String> environment) {
    var command = new ArrayList<>(java);
    command.addAll(List.of("io.temporal.testserver.TestServer", Integer.toString(port)));
    return part(command, environment, Probe.tcp(host, port));
  }

  public String address() {
    return host + ":" + port;
  }

  public String ui() {
    return "http://" + host + ":" + uiPort;
  }

  private Part part(List<String> command, Map<String, String> environment, Probe probe) {
    return new Part(
        "temporal",
        command,
        environment,
        log,
        Probe.tcp(host, port).and(probe),
        List.of(),
        () -> {},
        StopSignal.TERM,
        Duration.ofSeconds(5));
  }

  private List<String> command(Path binary) {
    return List.of(
        binary.toString(),
        "server",
        "start-dev",
        "--ip",
        host,
        "--port",
        Integer.toString(port),
        "--ui-port",
        Integer.toString(uiPort),
        "--log-level",
        "error",
        "--namespace",
        namespace,
        "--db-filename",
        database.toString(),
        "--sqlite-pragma",
        "journal_mode=WAL",
        "--sqlite-pragma",
        "synchronous=NORMAL",
        "--dynamic-config-value",
        "history.transferProcessorMaxPollRPS=1000",
        "--ui-codec-endpoint",
        codecEndpoint.toString());
  }
}
