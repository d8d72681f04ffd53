package dev.carillon.api.console.page;

import dev.carillon.api.console.words.Clock;
import org.jspecify.annotations.Nullable;

/// What the frame around a page needs to know.
///
/// @param place how far the event log had come before the page was read
/// @param section the first word of the path, which the navigation marks; empty for the overview
/// @param notice what has just been done, or null
/// @param simulated no real telephone rings
/// @param formKey the key of a form on the page that is acted on once, however often it is sent
/// @param signedIn a token is needed to be here, so that one may sign out
public record Shell(
    String business,
    Clock clock,
    String place,
    String section,
    @Nullable String notice,
    String formKey,
    boolean simulated,
    boolean signedIn) {

  /// Whether the navigation's entry of that name is where we are.
  public boolean at(String name) {
    return section.equals(name);
  }
}
