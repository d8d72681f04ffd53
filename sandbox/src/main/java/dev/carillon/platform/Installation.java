package dev.carillon.platform;

import dev.carillon.platform.environment.Environment;
import dev.carillon.platform.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the launcher script found and built: the project, its build, the cache that all checkouts
/// share.
///
/// @param build holds `<application>.classpath` for each application
public record Installation(Path project, Path build, Path cache) {

  /// As the launcher script says through the environment.
  public static Installation of(Environment environment) {
    var project = Path.of(environment.orElse("CARILLON_PROJECT", ".")).toAbsolutePath().normalize();
    var build =
        environment
            .get("CARILLON_BUILD")
            .orElseThrow(() -> new StartFailure("start Carillon with its launcher, ./carillon"));
    var caches = environment.orElse("XDG_CACHE_HOME", System.getProperty("user.home") + "/.cache");
    return new Installation(project, Path.of(build), Path.of(caches, "carillon"));
  }

  /// The command that starts Java with the libraries of `application`; the main class comes next.
  List<String> java(String application, List<String> options) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(application)));
    return command;
  }

  String classPath(String application) {
    var file = build.resolve(application + ".classpath");
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new StartFailure("the build in " + build + " is not complete: delete it", e);
    }
  }
}
