package dev.carillon.api.console.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A bar of coloured parts, one for each share of a whole.
///
/// @param label the same in words, for those who do not see it
public record Bar(List<Part> parts, String label) {

  public Bar {
    parts = List.copyOf(parts);
  }

  /// The shares in the order given; those without anybody are left out.
  public static Bar of(List<Share> shares, int total) {
    var parts = new ArrayList<Part>();
    double x = 0;
    for (var share : shares) {
      if (share.count() > 0 && total > 0) {
        double width = 100.0 * share.count() / total;
        parts.add(new Part(percent(x), percent(width), share.tone()));
        x += width;
      }
    }
    var label =
        shares.stream()
            .filter(share -> share.count() > 0)
            .map(share -> share.count() + " " + share.text().toLowerCase(Locale.ROOT))
            .toList();
    return new Bar(parts, label.isEmpty() ? "Nobody in it yet" : String.join(", ", label));
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.3f%%", value);
  }

  /// How many, of what.
  public record Share(String text, Tone tone, int count) {
    /// The class in the style sheet.
    public String css() {
      return tone.css();
    }
  }

  /// Where a part begins and how wide it is, in per cent.
  public record Part(String x, String width, Tone tone) {
    /// The class in the style sheet.
    public String css() {
      return tone.css();
    }
  }
}
