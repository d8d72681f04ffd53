package dev.carillon.platform.environment;

import dev.carillon.platform.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A `.env` file: lines of `NAME=value`, with or without `export`, comments after `#`, values in
/// single quotes taken as they are and in double quotes with `\n`, `\"` and `\\` resolved.
public final class DotEnv {
  private static final Pattern LINE =
      Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)");

  private DotEnv() {}

  /// The variables of `file`; none when there is no such file.
  ///
  /// @throws StartFailure naming the line that cannot be read
  public static Map<String, String> read(Path file) {
    try {
      return parse(Files.readAllLines(file), file);
    } catch (NoSuchFileException _) {
      return Map.of();
    } catch (IOException e) {
      throw new StartFailure("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static Map<String, String> parse(List<String> lines, Path file) {
    var variables = new LinkedHashMap<String, String>();
    for (var number = 0; number < lines.size(); number++) {
      var line = lines.get(number).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      var match = LINE.matcher(line);
      if (!match.matches()) {
        throw new StartFailure(file + " line " + (number + 1) + " is not NAME=value");
      }
      variables.put(match.group(1), value(match.group(2)));
    }
    return variables;
  }

  private static String value(String written) {
    if (written.startsWith("'") && written.indexOf('\'', 1) > 0) {
      return written.substring(1, written.indexOf('\'', 1));
    }
    if (written.startsWith("\"")) {
      return unquoted(written);
    }
    var comment = written.startsWith("#") ? 0 : written.indexOf(" #");
    return (comment < 0 ? written : written.substring(0, comment)).strip();
  }

  private static String unquoted(String written) {
    var value = new StringBuilder();
    for (var i = 1; i < written.length() && written.charAt(i) != '"'; i++) {
      var character = written.charAt(i);
      if (character == '\\' && i + 1 < written.length()) {
        i++;
        value.append(written.charAt(i) == 'n' ? '\n' : written.charAt(i));
      } else {
        value.append(character);
      }
    }
    return value.toString();
  }
}
