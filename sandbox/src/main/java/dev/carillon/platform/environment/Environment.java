package dev.carillon.platform.environment;

import dev.carillon.platform.process.SearchPath;
import dev.carillon.platform.process.StartFailure;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The variables a launch works with: those of the process, and those of `.env` for what the
/// process does not set. An empty value counts as not set.
public record Environment(Map<String, String> variables) {
  private static final int HIGHEST_PORT = 65_535;

  public Environment {
    variables =
        variables.entrySet().stream()
            .filter(variable -> !variable.getValue().isBlank())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// Joins the variables of the process with those of the `.env` in `project`, if there is one.
  public static Environment of(Map<String, String> process, Path project) {
    var all = new HashMap<>(DotEnv.read(project.resolve(".env")));
    all.putAll(process);
    return new Environment(all);
  }

  public Optional<String> get(String name) {
    return Optional.ofNullable(variables.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  public boolean has(String name) {
    return get(name).isPresent();
  }

  public String orElse(String name, String otherwise) {
    return get(name).orElse(otherwise);
  }

  /// A copy in which `values` win.
  public Environment with(Map<String, String> values) {
    var all = new HashMap<>(variables);
    all.putAll(values);
    return new Environment(all);
  }

  /// A copy in which no name begins with one of `prefixes`.
  public Environment without(List<String> prefixes) {
    var rest = new HashMap<>(variables);
    rest.keySet().removeIf(name -> prefixes.stream().anyMatch(name::startsWith));
    return new Environment(rest);
  }

  /// The port `name` asks for, 0 for any.
  public int port(String name, int otherwise) {
    var written = orElse(name, Integer.toString(otherwise));
    try {
      var port = Integer.parseInt(written);
      if (port >= 0 && port <= HIGHEST_PORT) {
        return port;
      }
    } catch (NumberFormatException _) {
      // Said below, together with numbers that are no ports.
    }
    throw new StartFailure(name + " is '" + written + "': it must be a port from 0 to 65535");
  }

  /// Where programs are looked for.
  public SearchPath programs() {
    return new SearchPath(orElse("PATH", "/usr/bin:/bin"));
  }

  /// Where Carillon listens.
  public String bind() {
    return orElse("CARILLON_BIND", "127.0.0.1");
  }

  /// Whether the address in `name` is on this machine; false when the variable is not set.
  public boolean onLoopback(String name) {
    return get(name).filter(Environment::isLoopback).isPresent();
  }

  /// Names other than `localhost` are not looked up: they are somewhere else.
  private static boolean isLoopback(String address) {
    try {
      var host = address.contains("://") ? URI.create(address).getHost() : address;
      if (host == null) {
        return false;
      }
      return host.equals("localhost")
          || (host.matches("[0-9.]+|\\[?[0-9a-fA-F:]+\\]?")
              && InetAddress.getByName(host).isLoopbackAddress());
    } catch (IllegalArgumentException | UnknownHostException _) {
      return false;
    }
  }

  /// Names only: values may be secrets.
  @Override
  public String toString() {
    return "Environment" + variables.keySet();
  }
}
