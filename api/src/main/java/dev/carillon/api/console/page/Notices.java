package dev.carillon.api.console.page;

import org.jspecify.annotations.Nullable;

/// What a page says after something was done. Addresses carry the short name only, so that nobody
/// can put words of their own into a page by a link.
final class Notices {
  private Notices() {}

  static @Nullable String text(@Nullable String name) {
    return switch (name) {
      case "start" -> "Started. Calls go out as soon as they may.";
      case "pause" -> "Paused. Calls in progress go on; no new ones are placed.";
      case "resume" -> "Going on.";
      case "cancel" -> "Cancelled. Nobody else is called for this campaign.";
      case "created" -> "Saved as a draft. Nobody is called before you start it.";
      case "hangup" -> "The call is being ended.";
      case "said" -> "The agent says it as soon as it has its turn.";
      case "hushed" -> "The recording is paused: what is said now is silence in it.";
      case "recording" -> "Recording again.";
      case "texted" -> "The text is on its way.";
      case "text-unclear" ->
          "The phone company did not say whether the text was sent. It is not sent twice; ask"
              + " before you write again.";
      case "text-underway" -> "The text is being sent. It is not sent twice.";
      case "called" -> "On its way. The call is placed as soon as it may be.";
      case "suppressed" -> "Done. This number is not called or texted any more, from now on.";
      case "lifted" -> "Taken off the list. This number may be called again.";
      case "saved" -> "Saved.";
      case "ran" -> "Running now.";
      case "booked" -> "Booked.";
      case "called-off" -> "Cancelled. The time is free again.";
      case "removed" -> "Removed.";
      case null, default -> null;
    };
  }
}
