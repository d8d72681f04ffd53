package dev.carillon.activities.postgres.calls;

import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.call.CallPurpose;
import dev.carillon.call.ToolSpec;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The texts of conversations, from files beside this class, with `{names}` to be filled in.
final class Prompts {
  private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");

  private final String instructions = text("instructions.txt");
  private final Properties purposes = properties("purposes.properties");
  private final Properties openings = properties("openings.properties");
  private final Properties voicemails = properties("voicemails.properties");
  private final List<ToolSpec> tools;

  Prompts(Jsonb json) {
    this.tools = tools(json);
  }

  List<ToolSpec> tools() {
    return tools;
  }

  /// Discloses the AI and names the business before anything else.
  String greeting(CallPurpose purpose, Map<String, String> values) {
    return fill("Hello, this is the AI assistant of {business} ", values)
        + fill(of(openings, purpose), values);
  }

  String voicemail(CallPurpose purpose, Map<String, String> values) {
    return fill(of(voicemails, purpose), values);
  }

  String instructions(CallPurpose purpose, Map<String, String> values) {
    var all = new HashMap<>(values);
    all.put("purpose", of(purposes, purpose));
    return fill(instructions, all);
  }

  private static String of(Properties texts, CallPurpose purpose) {
    var text = texts.getProperty(purpose.wireName());
    if (text == null) {
      throw new IllegalStateException("no text for the purpose " + purpose.wireName());
    }
    return text;
  }

  /// One pass: what is filled in is never looked at again, so that nobody's name becomes a
  /// template.
  private static String fill(String template, Map<String, String> values) {
    return NAME.matcher(template)
        .replaceAll(found -> Matcher.quoteReplacement(value(values, found.group(1))));
  }

  private static String value(Map<String, String> values, String name) {
    var value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("nothing to fill in for {" + name + "}");
    }
    return value;
  }

  private static List<ToolSpec> tools(Jsonb json) {
    var specs = new ArrayList<ToolSpec>();
    for (var tool : json.tree(text("tools.json")).get("tools")) {
      specs.add(
          new ToolSpec(
              tool.get("name").asString(),
              tool.get("description").asString(),
              tool.get("parameters").toString()));
    }
    return List.copyOf(specs);
  }

  private static Properties properties(String file) {
    var properties = new Properties();
    try {
      properties.load(new StringReader(text(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  private static String text(String file) {
    try (var in = Prompts.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("not in the jar: " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
