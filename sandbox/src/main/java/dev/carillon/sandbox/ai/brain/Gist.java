package dev.carillon.sandbox.ai.brain;

import dev.carillon.sandbox.ai.schema.SchemaFiller;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a conversation came to, as far as a schema may ask for it.
///
/// @param said the person's own, perhaps empty
/// @param moment the time that was wished for
/// @param whole false for the arguments of a tool: a property's text is then the person's words
record Gist(Wish wish, String said, @Nullable OffsetDateTime moment, boolean whole)
    implements SchemaFiller.Known {
  @Override
  public List<String> words() {
    return wish.words();
  }

  @Override
  public String text(String name, String format) {
    String plain = name.toLowerCase(Locale.ROOT).replace("_", "");
    boolean aboutTime =
        !format.isEmpty()
            || plain.endsWith("time")
            || plain.endsWith("when")
            || plain.endsWith("at");
    if (aboutTime && moment != null) {
      return switch (format) {
        case "date" -> moment.toLocalDate().toString();
        case "time" -> moment.toLocalTime().toString();
        default -> moment.toString();
      };
    }
    if (plain.contains("nextaction") || plain.contains("nextstep")) {
      return wish.nextAction();
    }
    if (whole && (plain.contains("summary") || plain.contains("reason") || said.isBlank())) {
      return wish.report();
    }
    return said.isBlank() ? wish.report() : said;
  }

  @Override
  public boolean hasText(String name) {
    return whole || (name.equals("reason") && !said.isBlank());
  }

  @Override
  public boolean means(String name) {
    String plain = name.replaceAll("[^A-Za-z]", "").toUpperCase(Locale.ROOT);
    return wish.words().stream().anyMatch(word -> plain.contains(word.replace("_", "")));
  }
}
