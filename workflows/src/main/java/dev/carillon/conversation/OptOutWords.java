package dev.carillon.conversation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds the wish to be left alone in a text. Only a text that consists of such a wish counts: "bus
/// stop?" and "don't stop" are none. When in doubt it is a wish, for a wrong silence is mended by
/// one word and a wrong call is not.
public final class OptOutWords {
  private static final Set<String> STOP =
      Set.of(
          "stop",
          "stopall",
          "stop all",
          "unsubscribe",
          "cancel",
          "end",
          "quit",
          "revoke",
          "optout",
          "opt out",
          "opt me out",
          "remove",
          "remove me",
          "unsubscribe me",
          "leave me alone",
          "no more calls",
          "no more texts",
          "no more messages",
          "do not contact me",
          "do not call",
          "do not text",
          "dont call",
          "dont text",
          "arret",
          "arrete",
          "arretez",
          "no mas",
          "alto",
          "baja",
          "detener",
          "basta",
          "desuscribir");
  private static final Set<String> START =
      Set.of("start", "unstop", "opt in", "optin", "subscribe");
  private static final Set<String> HELP = Set.of("help", "info", "ayuda", "aide");

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern APOSTROPHES = Pattern.compile("['’ʼ`´]");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern SPELLED_OUT = Pattern.compile("\\p{L}(?: \\p{L}){2,}");
  private static final Pattern COURTESY =
      Pattern.compile(
          "^(?:(?:please|pls|plz|por favor|just|ok|okay|hi|hello|hey|sorry|i said|i want to"
              + "|i would like to|id like to|svp) )+"
              + "|(?: (?:please|pls|plz|por favor|svp|now|thanks|thank you|thx|gracias|merci|again"
              + "|anymore|any more|ever|it|this|immediately|right now))+$");
  private static final Pattern OBJECT =
      Pattern.compile(
          "^(stop|unsubscribe|remove me|quit|end|do not call|do not text|dont call|dont"
              + " text|cancel)"
              + " (?:me|all|everything|calling|texting|messaging|contacting|calls|texts|messages|sms|calling"
              + " me|texting me|messaging me|contacting me|these calls|these texts|these"
              + " messages|all calls|all texts|all messages|your calls|your texts|from your"
              + " list|from this list|from the list|me from your list|this number|my"
              + " number|subscription|my subscription)$");

  private OptOutWords() {}

  /// What `text` asks for.
  public static TextWish wishIn(String text) {
    var words = normalised(text);
    if (isStop(words)) {
      return TextWish.STOP;
    }
    if (START.contains(words)) {
      return TextWish.START;
    }
    return HELP.contains(words) ? TextWish.HELP : TextWish.NONE;
  }

  private static boolean isStop(String words) {
    if (STOP.contains(words) || OBJECT.matcher(words).matches()) {
      return true;
    }
    var bare = COURTESY.matcher(words).replaceAll("");
    return STOP.contains(bare) || OBJECT.matcher(bare).matches() || repeated(bare);
  }

  private static boolean repeated(String words) {
    return words.startsWith("stop") && words.replace("stop", "").isBlank();
  }

  private static String normalised(String text) {
    var folded = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    var plain = APOSTROPHES.matcher(MARKS.matcher(folded).replaceAll("")).replaceAll("");
    var words = NO_LETTERS.matcher(plain).replaceAll(" ").strip();
    return SPELLED_OUT.matcher(words).matches() ? words.replace(" ", "") : words;
  }
}
