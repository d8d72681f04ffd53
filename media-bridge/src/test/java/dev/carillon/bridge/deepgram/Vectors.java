package dev.carillon.bridge.deepgram;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Recorded messages; the README beside them names their sources.
final class Vectors {
  private Vectors() {}

  /// The messages of a file, one a line.
  static List<String> lines(String name) throws IOException {
    try (var file = Vectors.class.getResourceAsStream("/vectors/deepgram/" + name)) {
      if (file == null) {
        throw new FileNotFoundException(name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
