package dev.carillon.bridge.talk;

import dev.carillon.bridge.engine.Prompt;
import dev.carillon.bridge.engine.VoiceEngine;
import org.jspecify.annotations.Nullable;

/// Keeps to one response at a time. Engines also begin responses by themselves, so a wish to speak
/// waits for its turn: until the response under way has ended and the person is not talking.
public final class Responses {
  private final VoiceEngine engine;
  private @Nullable Prompt wanted;
  private @Nullable Prompt asked;
  private @Nullable Prompt answering;
  private boolean askedOpen;
  private boolean wantedSeen;
  private String active = "";
  private String muted = "";
  private boolean muteNext;
  private boolean personTalks;
  private boolean elsewhere;

  public Responses(VoiceEngine engine) {
    this.engine = engine;
  }

  /// Speaks as soon as possible; a newer wish replaces one that still waits.
  public void want(Prompt prompt) {
    wanted = prompt;
    wantedSeen = false;
    sendIfFree();
  }

  /// Speaks as soon as possible, even though the person may be talking.
  public void demand(Prompt prompt) {
    personTalks = false;
    want(prompt);
  }

  /// Takes a wish back that has not been heard yet, whether it waits or is being made.
  public void withdraw(Prompt prompt) {
    if (prompt.equals(wanted)) {
      wanted = null;
    } else if (askedOpen ? prompt.equals(asked) : prompt.equals(answering) && !active.isEmpty()) {
      reject();
    }
  }

  /// Forgets what was wanted and stops what is under way; what still arrives of it is not played.
  public void stop() {
    wanted = null;
    if (busy()) {
      engine.stopResponding();
      mute();
    }
  }

  /// What still arrives of the response under way is not played.
  public void mute() {
    if (!active.isEmpty()) {
      muted = active;
    } else if (askedOpen) {
      muteNext = true;
    }
  }

  /// A response has begun that must not be heard: it is stopped, and what is wanted comes after it.
  public void reject() {
    engine.stopResponding();
    mute();
  }

  /// The engine stops the response under way by itself, since the person speaks. One that was asked
  /// for in the same moment may have escaped it.
  public void giveWay() {
    if (askedOpen) {
      engine.stopResponding();
    }
    mute();
  }

  /// Whether the response that begins next was asked for.
  public boolean askedFor() {
    return askedOpen;
  }

  public boolean busy() {
    return askedOpen || elsewhere || !active.isEmpty();
  }

  /// Whether a wish to speak waits for its turn.
  public boolean pending() {
    return wanted != null;
  }

  /// Whether speech of this response is to be played.
  public boolean plays(String responseId) {
    return responseId.equals(active) && !responseId.equals(muted);
  }

  /// Whether what the active response says is to be played.
  public boolean playing() {
    return !active.isEmpty() && plays(active);
  }

  public String active() {
    return active;
  }

  public void began(String responseId) {
    active = responseId;
    answering = askedOpen ? asked : null;
    askedOpen = false;
    elsewhere = false;
    personTalks = false;
    if (muteNext) {
      muted = responseId;
      muteNext = false;
    }
    if (wanted != null && wantedSeen && wanted.afterTools()) {
      wanted = null;
    }
  }

  public void ended(String responseId) {
    if (responseId.equals(active)) {
      active = "";
    } else if (active.isEmpty()) {
      // One that was stopped before it could begin.
      askedOpen = false;
      elsewhere = false;
      muteNext = false;
    } else {
      return;
    }
    sendIfFree();
  }

  /// The engine was faster and had begun one by itself: what was asked for waits again.
  public void refused() {
    elsewhere = active.isEmpty();
    askedOpen = false;
    muteNext = false;
    if (wanted == null) {
      wanted = asked;
    }
    sendIfFree();
  }

  /// The engine knows the tool results now: a response that begins from here on answers them.
  public void resultsSeen() {
    wantedSeen = true;
  }

  /// Nothing will come any more of what was asked for.
  public void lost() {
    wanted = null;
    active = "";
    muted = "";
    muteNext = false;
    askedOpen = false;
    elsewhere = false;
  }

  public void personBegan() {
    personTalks = true;
  }

  /// The person's turn is over and the engine had its chance to answer by itself.
  public void turnPassed() {
    personTalks = false;
    sendIfFree();
  }

  private void sendIfFree() {
    var next = wanted;
    if (next != null && !busy() && !personTalks) {
      wanted = null;
      asked = next;
      askedOpen = true;
      engine.respond(next);
    }
  }
}
