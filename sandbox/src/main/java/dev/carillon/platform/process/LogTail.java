package dev.carillon.platform.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The end of a log, for the one line that says why a part does not start.
final class LogTail {
  private static final int BYTES = 16_384;

  private LogTail() {}

  /// The last line that is not part of a stack trace, or a word on its absence.
  static String lastTelling(Path log) {
    try (var file = new RandomAccessFile(log.toFile(), "r")) {
      var from = Math.max(0, file.length() - BYTES);
      var bytes = new byte[(int) (file.length() - from)];
      file.seek(from);
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .filter(line -> !line.startsWith("\tat ") && !line.startsWith("\t... "))
          .reduce((_, last) -> last)
          .map(String::strip)
          .orElse("it said nothing");
    } catch (IOException e) {
      return "its log cannot be read: " + e.getMessage();
    }
  }
}
