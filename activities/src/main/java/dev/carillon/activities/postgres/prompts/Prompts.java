package dev.carillon.activities.postgres.prompts;

import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.call.CallPurpose;
import dev.carillon.call.ToolSpec;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The texts of conversations, from files beside this class, with `{names}` to be filled in.
public final class Prompts {
  private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");

  private static final Set<String> ALWAYS = Set.of("opt_out", "end_call");

  private final String calling = text("calling.txt");
  private final String answering = text("answering.txt");
  private final String texting = text("texting.txt");
  private final Properties purposes = properties("purposes.properties");
  private final Properties openings = properties("openings.properties");
  private final Properties voicemails = properties("voicemails.properties");
  private final List<ToolSpec> callingTools;
  private final List<ToolSpec> answeringTools;
  private final List<ToolSpec> textingTools;

  public Prompts(Jsonb json) {
    this.callingTools = tools(json, "calling-tools.json");
    this.answeringTools = tools(json, "answering-tools.json");
    this.textingTools =
        answeringTools.stream().filter(tool -> !tool.name().equals("end_call")).toList();
  }

  /// The tools of a conversation, those that `agent` has.
  public List<ToolSpec> tools(CallPurpose purpose, AgentVersion agent) {
    return chosen(purpose.answers() ? answeringTools : callingTools, agent);
  }

  /// The tools of a conversation by text.
  public List<ToolSpec> textTools(AgentVersion agent) {
    return chosen(textingTools, agent);
  }

  private static List<ToolSpec> chosen(List<ToolSpec> tools, AgentVersion agent) {
    // Nobody can be kept from asking not to be called again, and every call has an end.
    return agent
        .names("tools")
        .map(names ->
            tools.stream()
                .filter(tool -> names.contains(tool.name()) || ALWAYS.contains(tool.name()))
                .toList())
        .orElse(tools);
  }

  /// Discloses the AI and names the business before anything else.
  public String greeting(Situation situation, AgentVersion agent) {
    var values = situation.values();
    var purpose = situation.purpose();
    var opening =
        purpose.answers()
            ? "Thank you for calling {business}, this is the AI assistant. "
            : "Hello, this is the AI assistant of {business} ";
    return fill(opening, values)
        + agent.text("greeting").orElseGet(() -> fill(of(openings, purpose), values));
  }

  /// What is left after the beep; a call that came in has none.
  public String voicemail(Situation situation, AgentVersion agent) {
    var purpose = situation.purpose();
    if (purpose.answers()) {
      return "";
    }
    return agent
        .text("voicemailMessage")
        .orElseGet(() -> fill(of(voicemails, purpose), situation.values()));
  }

  /// The prompt of a call.
  public String instructions(Situation situation, AgentVersion agent, String greeting) {
    var values = situation.values();
    values.put("greeting", greeting);
    return written(situation.purpose().answers() ? answering : calling, situation, agent, values);
  }

  /// The prompt of a conversation by text.
  public String textInstructions(Situation situation, AgentVersion agent) {
    return written(texting, situation, agent, situation.values());
  }

  private String written(
      String template, Situation situation, AgentVersion agent, Map<String, String> values) {
    values.put("purpose", of(purposes, situation.purpose()));
    values.put("more", agent.text("instructions").map(more -> "\n\n" + more).orElse(""));
    return fill(template, values);
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

  private static List<ToolSpec> tools(Jsonb json, String file) {
    var specs = new ArrayList<ToolSpec>();
    for (var tool : json.tree(text(file)).get("tools")) {
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
