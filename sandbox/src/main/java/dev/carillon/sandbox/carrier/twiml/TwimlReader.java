package dev.carillon.sandbox.carrier.twiml;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// Reads one document. What the carrier would warn of is noted and left out; what it would refuse
/// makes the document unreadable.
public final class TwimlReader {
  private final List<String> breaches = new ArrayList<>();

  private TwimlReader() {}

  /// The document in this text; an empty text is an empty document.
  public static TwimlDocument read(String text) {
    return new TwimlReader().document(text);
  }

  private TwimlDocument document(String text) {
    if (text.isBlank()) {
      return new TwimlDocument(true, List.of(), List.of());
    }
    Element root;
    try {
      DocumentBuilder builder = parsers().newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      root = builder.parse(new InputSource(new StringReader(text.strip()))).getDocumentElement();
    } catch (SAXException | IOException e) {
      return unreadable("12100 TwiML does not parse");
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("this JDK cannot read XML safely", e);
    }
    if (!root.getTagName().equals("Response")) {
      return unreadable("12102 the root of TwiML is " + root.getTagName() + ", not Response");
    }
    List<Verb> verbs = verbs(root, TwimlRules.VERBS);
    return new TwimlDocument(true, verbs, breaches);
  }

  private static DocumentBuilderFactory parsers() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setExpandEntityReferences(false);
    return factory;
  }

  private static TwimlDocument unreadable(String why) {
    return new TwimlDocument(false, List.of(), List.of(why));
  }

  private List<Verb> verbs(Element parent, Set<String> allowed) {
    List<Verb> verbs = new ArrayList<>();
    for (Element child : children(parent)) {
      if (!allowed.contains(child.getTagName())) {
        breaches.add(
            "12200 unknown TwiML verb " + child.getTagName() + " in " + parent.getTagName());
        continue;
      }
      checkAttributes(child);
      verbs.addAll(verb(child));
    }
    return verbs;
  }

  private List<Verb> verb(Element element) {
    String text = element.getTextContent().strip();
    return switch (element.getTagName()) {
      case "Say" -> List.of(new Verb.Say(text, number(element, "loop", 1)));
      case "Play" ->
          text.isEmpty() ? List.of() : List.of(new Verb.Play(text, number(element, "loop", 1)));
      case "Pause" -> List.of(new Verb.Pause(seconds(element, "length", 1)));
      case "Redirect" -> List.of(new Verb.Redirect(text, method(element, "method")));
      case "Hangup" -> List.of(new Verb.Hangup());
      case "Reject" -> List.of(new Verb.Reject(element.getAttribute("reason").equals("busy")));
      case "Connect" -> connect(element);
      case "Start" -> start(element);
      case "Dial" -> dial(element);
      case "Gather" -> gather(element);
      case "Record" -> record(element);
      case "Message" -> List.of(new Verb.Message(text));
      default -> List.of();
    };
  }

  private List<Verb> connect(Element element) {
    Optional<Element> noun =
        children(element).stream().filter(child -> child.getTagName().equals("Stream")).findFirst();
    if (noun.isEmpty()) {
      breaches.add("12200 Connect without Stream");
      return List.of();
    }
    checkAttributes(noun.get());
    if (noun.get().hasAttribute("track")) {
      breaches.add("12200 track is not for a Stream in Connect");
    }
    return StreamNoun.read(noun.get(), breaches)
        .<List<Verb>>map(stream -> List.of(new Verb.Connect(stream, action(element))))
        .orElse(List.of());
  }

  private List<Verb> start(Element element) {
    List<Verb> started = new ArrayList<>();
    for (Element noun : children(element)) {
      checkAttributes(noun);
      if (noun.getTagName().equals("Recording")) {
        boolean dual = !noun.getAttribute("channels").equals("mono");
        started.add(new Verb.StartRecording(recordingCallback(noun), dual));
      } else {
        breaches.add("the sandbox has no Start/" + noun.getTagName());
      }
    }
    return started;
  }

  private List<Verb> dial(Element element) {
    List<String> numbers = new ArrayList<>();
    for (Element noun : children(element)) {
      if (noun.getTagName().equals("Number")) {
        checkAttributes(noun);
        numbers.add(noun.getTextContent().strip());
      } else {
        breaches.add("the sandbox has no Dial/" + noun.getTagName());
      }
    }
    String text = element.getTextContent().strip();
    if (numbers.isEmpty() && !text.isEmpty()) {
      numbers.add(text);
    }
    if (numbers.isEmpty()) {
      breaches.add("13224 Dial without a number");
      return List.of();
    }
    return List.of(new Verb.Dial(numbers, seconds(element, "timeout", 30), action(element)));
  }

  private List<Verb> gather(Element element) {
    String input = element.hasAttribute("input") ? element.getAttribute("input") : "dtmf";
    String finish = element.hasAttribute("finishOnKey") ? element.getAttribute("finishOnKey") : "#";
    Verb.Input ends =
        new Verb.Input(
            input.contains("dtmf"),
            input.contains("speech"),
            seconds(element, "timeout", 5),
            number(element, "numDigits", Integer.MAX_VALUE),
            finish,
            element.getAttribute("actionOnEmptyResult").equals("true"));
    List<Verb> prompts = verbs(element, Set.of("Say", "Play", "Pause"));
    return List.of(new Verb.Gather(List.copyOf(prompts), ends, action(element)));
  }

  private List<Verb> record(Element element) {
    return List.of(
        new Verb.RecordVoice(
            seconds(element, "timeout", 5),
            seconds(element, "maxLength", 3600),
            !element.getAttribute("playBeep").equals("false"),
            action(element),
            recordingCallback(element)));
  }

  private Verb.Callback recordingCallback(Element element) {
    String events = element.getAttribute("recordingStatusCallbackEvent");
    return new Verb.Callback(
        optional(element, "recordingStatusCallback"),
        method(element, "recordingStatusCallbackMethod"),
        events.isBlank() ? List.of("completed") : List.of(events.strip().split("\\s+", -1)));
  }

  private Verb.@Nullable Action action(Element element) {
    String url = optional(element, "action");
    return url == null ? null : new Verb.Action(url, method(element, "method"));
  }

  private String method(Element element, String attribute) {
    String method = element.getAttribute(attribute);
    if (!method.isEmpty() && !method.equals("GET") && !method.equals("POST")) {
      breaches.add(
          "12200 " + attribute + " of " + element.getTagName() + " is neither GET nor POST");
    }
    return method.equals("GET") ? "GET" : "POST";
  }

  private Duration seconds(Element element, String attribute, int otherwise) {
    return Duration.ofSeconds(number(element, attribute, otherwise));
  }

  private int number(Element element, String attribute, int otherwise) {
    String text = element.getAttribute(attribute);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.matches("\\d{1,5}")) {
      breaches.add("12200 " + attribute + " of " + element.getTagName() + " is not a number");
      return otherwise;
    }
    return Integer.parseInt(text);
  }

  private void checkAttributes(Element element) {
    Set<String> allowed = TwimlRules.ATTRIBUTES.getOrDefault(element.getTagName(), Set.of());
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      String name = element.getAttributes().item(i).getNodeName();
      if (!allowed.contains(name)) {
        breaches.add("12200 unknown attribute " + name + " of " + element.getTagName());
      }
    }
  }

  static @Nullable String optional(Element element, String attribute) {
    return element.getAttribute(attribute).isEmpty() ? null : element.getAttribute(attribute);
  }

  static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }
}
