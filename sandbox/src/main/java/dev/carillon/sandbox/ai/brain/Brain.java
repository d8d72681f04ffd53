package dev.carillon.sandbox.ai.brain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.carillon.sandbox.ai.schema.SchemaFiller;
import dev.carillon.sandbox.speech.Phrase;
import dev.carillon.sandbox.speech.Phrases;
import dev.carillon.sandbox.speech.Speaker;
import dev.carillon.sandbox.speech.Understanding;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One conversation by voice: takes what was heard, told and answered by tools, and says what the
/// next response consists of. For one thread.
public final class Brain {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String END_CALL = "end_call";

  private final Phrases phrases;
  private final List<Understanding> heard = new ArrayList<>();
  private final List<Result> results = new ArrayList<>();
  private Facts facts;
  private Wish wish = Wish.NOTHING;
  private @Nullable String greeting;
  private boolean greeted;
  private boolean greetingNow;
  private boolean askedWhen;
  private boolean machine;
  private boolean over;

  public Brain(Phrases phrases, Facts facts) {
    this.phrases = phrases;
    this.facts = facts;
  }

  /// The session's instructions have changed.
  public void instructed(Facts now) {
    facts = now;
  }

  /// A turn of the person is over.
  public void heard(Understanding turn) {
    heard.add(turn);
  }

  /// A text was put into the conversation: of the person, of the assistant (who has then spoken
  /// before), or of nobody.
  public void told(String role, String text) {
    switch (role) {
      case "assistant" -> {
        greeted = true;
        heard.clear();
      }
      case "user" -> heard.add(read(text));
      default -> machine |= Orders.speaksOfMachine(text);
    }
  }

  /// A tool has answered.
  public void answered(String tool, String output) {
    results.add(new Result(tool, output));
  }

  /// What is being said is cut off. Who was interrupted while greeting has not greeted yet.
  public void cutOff() {
    if (greetingNow) {
      greeted = false;
    }
  }

  /// The parts of the next response.
  ///
  /// @param order instructions for this response alone, or empty
  public List<Step> next(Tools tools, String order) {
    greetingNow = false;
    Optional<List<Step>> ordered = ordered(order);
    if (ordered.isPresent()) {
      return ordered.get();
    }
    if (machine || Orders.speaksOfMachine(order)) {
      machine = false;
      return leaveMessage(tools);
    }
    if (!results.isEmpty()) {
      return afterTools(tools);
    }
    if (!heard.isEmpty()) {
      Understanding last = heard.getLast();
      heard.clear();
      return answer(last, tools);
    }
    if (!greeted) {
      return greet();
    }
    return say(over ? "goodbye" : "question");
  }

  private Optional<List<Step>> ordered(String order) {
    Optional<String> verbatim = Orders.verbatim(order);
    Optional<String> intent = Orders.intent(order);
    if (verbatim.isPresent()) {
      if (!greeted) {
        greeting = verbatim.get();
        greeted = true;
        greetingNow = true;
      }
      heard.clear();
      return Optional.of(List.of(new Step.Say(verbatim.get())));
    }
    if (order.contains("not greet")) {
      greeted = true;
    }
    return intent.map(this::say);
  }

  private List<Step> greet() {
    greeted = true;
    greetingNow = true;
    String words = greeting;
    return words != null
        ? List.of(new Step.Say(words))
        : List.of(new Step.Say(facts.greeting().orElseGet(() -> text("greeting"))));
  }

  private List<Step> afterTools(Tools tools) {
    Result last = results.getLast();
    results.clear();
    if (last.tool.equals(END_CALL)) {
      over = true;
      return say("goodbye");
    }
    if (last.failed()) {
      return say("trouble");
    }
    if (wish == Wish.OPT_OUT || wish == Wish.WRONG_NUMBER) {
      return ending(text(wish.answer()) + " " + text("goodbye"), tools);
    }
    Optional<Moments.Said> promised =
        last.promised().flatMap(moment -> Moments.inWords(moment, facts.now()));
    return promised.isPresent()
        ? List.of(new Step.Say(promised.get().in(text("callback_at"))))
        : say(wish.answer());
  }

  private List<Step> answer(Understanding turn, Tools tools) {
    if (turn.phrases().isEmpty()) {
      return say("again");
    }
    String intent = turn.phrases().getLast().intent();
    if (intent.equals("hello") && !greeted) {
      return greet();
    }
    if (intent.equals("voicemail")) {
      return leaveMessage(tools);
    }
    if (intent.equals("bye")) {
      return ending(text("goodbye"), tools);
    }
    if (intent.startsWith("chat_") || intent.equals("who")) {
      return say(intent);
    }
    if (intent.equals("when") && askedWhen) {
      return use(tools, turn.text());
    }
    Optional<Wish> wanted =
        turn.intents().stream().map(Wish::ofIntent).flatMap(Optional::stream).findFirst();
    if (wanted.isEmpty()) {
      return say(intent.equals("hello") ? "question" : "listening");
    }
    wish = wanted.get();
    return wished(turn, tools);
  }

  private List<Step> wished(Understanding turn, Tools tools) {
    Optional<OffsetDateTime> moment = Moments.in(turn.text(), facts.now());
    boolean aboutTime = wish == Wish.RESCHEDULE || wish == Wish.CALLBACK;
    if (aboutTime && moment.isEmpty() && !askedWhen && tools.firstOf(wish.tools()).isPresent()) {
      askedWhen = true;
      return say("which_time");
    }
    return use(tools, turn.text());
  }

  private List<Step> use(Tools tools, String said) {
    Optional<String> tool = tools.firstOf(wish.tools());
    if (tool.isEmpty()) {
      return say(wish.answer());
    }
    return List.of(use(tools, tool.get(), said));
  }

  private Step.Use use(Tools tools, String tool, String said) {
    JsonNode schema = tools.schemas().getOrDefault(tool, JSON.createObjectNode());
    return new Step.Use(tool, new SchemaFiller(gist(said)).fill(schema).toString());
  }

  private Gist gist(String said) {
    @Nullable OffsetDateTime moment =
        Moments.in(said, facts.now()).orElseGet(() -> facts.now().plusDays(1).toOffsetDateTime());
    return new Gist(wish, said, moment, false);
  }

  private List<Step> leaveMessage(Tools tools) {
    greeted = true;
    heard.clear();
    wish = Wish.MACHINE;
    return ending(facts.voicemail().orElseGet(() -> text("message")), tools);
  }

  private List<Step> ending(String words, Tools tools) {
    over = true;
    List<Step> steps = new ArrayList<>();
    steps.add(new Step.Say(words));
    if (tools.has(END_CALL)) {
      steps.add(use(tools, END_CALL, ""));
    }
    return steps;
  }

  private List<Step> say(String intent) {
    return List.of(new Step.Say(text(intent)));
  }

  private String text(String intent) {
    return phrases.text(Speaker.ASSISTANT, intent);
  }

  /// Written words of the person, as if they had been heard.
  private Understanding read(String text) {
    String intent = Wish.ofText(text).name().toLowerCase(Locale.ROOT);
    return new Understanding(text, List.of(new Phrase(intent, text.isBlank() ? "…" : text)));
  }

  private record Result(String tool, String output) {
    boolean failed() {
      return read().hasNonNull("error");
    }

    /// When the person was promised to be called.
    Optional<OffsetDateTime> promised() {
      try {
        return Optional.of(OffsetDateTime.parse(read().path("callBackAt").asText()));
      } catch (DateTimeParseException e) {
        return Optional.empty();
      }
    }

    private JsonNode read() {
      try {
        return JSON.readTree(output);
      } catch (JsonProcessingException e) {
        return JSON.missingNode();
      }
    }
  }
}
