package dev.carillon.api.console.calls;

import dev.carillon.api.console.words.Chip;
import dev.carillon.api.console.words.Clock;
import dev.carillon.api.console.words.ReceiptText;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One call, ready to be shown.
///
/// @param summary what a model made of it, or null
/// @param steps how it went, in order
/// @param lines what was said
/// @param facts what else there is to know, for the engineer
record CallView(
    UUID id,
    @Nullable UUID contactId,
    String person,
    String number,
    String purpose,
    @Nullable String objective,
    @Nullable UUID campaignId,
    @Nullable String campaign,
    boolean inbound,
    boolean live,
    boolean talking,
    boolean scheduled,
    Chip line,
    @Nullable Chip outcome,
    @Nullable String outcomeReason,
    @Nullable String when,
    @Nullable String length,
    @Nullable Summary summary,
    List<Step> steps,
    List<Line> lines,
    @Nullable ReceiptText receipt,
    List<Fact> facts) {

  CallView {
    steps = List.copyOf(steps);
    lines = List.copyOf(lines);
    facts = List.copyOf(facts);
  }

  /// Whether it may still be ended.
  public boolean cancellable() {
    return live || scheduled;
  }

  /// What a model made of the conversation.
  record Summary(String text, @Nullable String interest, @Nullable String nextAction) {}

  /// A station of the call.
  ///
  /// @param time when it was reached, or null
  record Step(String text, @Nullable String time) {}

  /// One line of the conversation.
  ///
  /// @param who `agent`, `person` or `tool`
  /// @param moment where it begins in the recording, or null
  record Line(
      String who,
      String speaker,
      String text,
      String time,
      boolean interrupted,
      @Nullable Moment moment) {}

  /// A place in a recording.
  ///
  /// @param seconds with three decimals
  /// @param text such as `0:42`
  record Moment(String seconds, String text) {
    static Moment of(long millis) {
      return new Moment(
          "%d.%03d".formatted(millis / 1_000, millis % 1_000),
          Clock.length(Duration.ofMillis(millis)));
    }
  }

  /// A name and its value.
  record Fact(String name, String value) {}
}
