package dev.carillon.phone;

import dev.carillon.phone.PhoneReading.Refused;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A text before it is read as a number: cleaned of what cannot be seen, and refused where the
/// library would guess.
sealed interface RawNumber {

  record Usable(String text) implements RawNumber {}

  record Unusable(Refused why) implements RawNumber {}

  int LONGEST = 250;
  Pattern INVISIBLE = Pattern.compile("[\\uFEFF\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069]");
  Pattern SCIENTIFIC = Pattern.compile("[+-]?\\d+(?:[.,]\\d+)?[eE][+-]?\\d+");
  Pattern DECIMAL = Pattern.compile("\\d{7,}[.,]\\d{1,2}");
  Pattern QUOTED = Pattern.compile("'+(.*?)'*|\"+(.*?)\"+");
  Pattern SEVERAL =
      Pattern.compile(
          "\\d[\\d ().-]{5,}\\d\\)?\\s*(?:[;/|&\\n\\r]|\\bor\\b|\\band\\b)(?:\\D*\\d){7}");
  Pattern EXTENSION =
      Pattern.compile("(?i)(?:;ext=|[ ,;.]*(?:e?xt(?:ensi[oó])?n?|int|x|#)[:.)\\s]*)\\d+#?$");
  Pattern TEL = Pattern.compile("(?i)^tel:");
  Pattern CONTEXT = Pattern.compile("(?i);phone-context=([^;]*)");
  Pattern TEL_PARAMETER = Pattern.compile("(?i);(?!ext=)[a-z-]+=[^;]*");

  static RawNumber clean(String text) {
    if (text.length() > LONGEST) {
      return refuse("TOO_LONG");
    }
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
    String visible = INVISIBLE.matcher(folded).replaceAll("").strip();
    String bare = unquoted(visible);
    if (bare.isEmpty()) {
      return refuse("NOT_A_NUMBER");
    }
    String code = refusal(bare);
    return code == null ? new Usable(bare) : refuse(code);
  }

  private static String unquoted(String text) {
    Matcher quoted = QUOTED.matcher(text);
    if (!quoted.matches()) {
      return text;
    }
    String inner = quoted.group(1) == null ? quoted.group(2) : quoted.group(1);
    return inner.strip();
  }

  private static @Nullable String refusal(String text) {
    if (text.startsWith("=") || text.startsWith("@")) {
      return "FORMULA_PREFIX";
    }
    if (SCIENTIFIC.matcher(text).matches()) {
      return "SCIENTIFIC_NOTATION";
    }
    if (DECIMAL.matcher(text).matches()) {
      return "DECIMAL_NUMBER";
    }
    boolean tel = TEL.matcher(text).find();
    if (tel) {
      return telRefusal(text);
    }
    if (SEVERAL.matcher(text).find()) {
      return "TWO_NUMBERS";
    }
    return characterRefusal(text);
  }

  private static @Nullable String telRefusal(String text) {
    Matcher context = CONTEXT.matcher(text);
    if (context.find() && !context.group(1).isEmpty() && !context.group(1).startsWith("+")) {
      return "TEL_CONTEXT";
    }
    String number = TEL.matcher(text).replaceFirst("");
    return characterRefusal(TEL_PARAMETER.matcher(number).replaceAll(""));
  }

  private static @Nullable String characterRefusal(String text) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      return "CONTROL_CHARACTER";
    }
    if (text.chars().noneMatch(Character::isDigit) || text.contains("++")) {
      return "NOT_A_NUMBER";
    }
    String main = EXTENSION.matcher(text).replaceFirst("");
    return main.chars().anyMatch(Character::isLetter) ? "LETTERS" : null;
  }

  private static Unusable refuse(String code) {
    return new Unusable(Refusals.of(code));
  }
}
