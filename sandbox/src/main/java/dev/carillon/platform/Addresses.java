package dev.carillon.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.carillon.platform.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the parts answer, as `run/addresses.json` says it; absent what was not started.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Addresses(
    String api,
    String mediaBridge,
    @Nullable String sandbox,
    String temporal,
    @Nullable String temporalUi,
    @Nullable String postgres) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// What a running platform wrote, if there is one.
  public static Optional<Addresses> read(Path file) {
    try {
      return Optional.of(JSON.readValue(file.toFile(), Addresses.class));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  void write(Path file) {
    try {
      var unfinished = file.resolveSibling(file.getFileName() + ".new");
      JSON.writerWithDefaultPrettyPrinter().writeValue(unfinished.toFile(), this);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new StartFailure("cannot write " + file + ": " + e.getMessage(), e);
    }
  }
}
