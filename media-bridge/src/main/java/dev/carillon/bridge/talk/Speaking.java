package dev.carillon.bridge.talk;

import dev.carillon.bridge.engine.VoiceEngine;
import dev.carillon.bridge.journal.Journal;
import dev.carillon.bridge.playout.Playout;

/// The parts of a conversation that the others work with.
public record Speaking(
    VoiceEngine engine,
    Responses responses,
    Playout playout,
    Transcript transcript,
    Journal journal,
    Stage stage) {

  /// Silences the agent: nothing more is made, what was not played is thrown away, the engine is
  /// told what the person heard, and the transcript ends there.
  public void silence() {
    responses.stop();
    throwAway();
  }

  /// The same when the engine stopped by itself because the person speaks.
  ///
  /// @return milliseconds that were heard of the last item that was cut, or -1 when none was
  public int giveWay() {
    responses.giveWay();
    return throwAway();
  }

  /// A response that must not be heard has begun: it is stopped, what it said is thrown away.
  public void reject() {
    responses.reject();
    throwAway();
  }

  /// Whether nothing is being said, made or waited for.
  public boolean silent() {
    return playout.quiet() && !responses.busy() && !responses.pending();
  }

  private int throwAway() {
    if (playout.quiet()) {
      return -1;
    }
    int heard = -1;
    var cut = playout.clear();
    for (var item : cut.items()) {
      int ms = item.playedMs(cut.position());
      // What was played to its end needs no truncation; an empty item cannot be truncated.
      if (item.madeBytes() > 0
          && !(item.whole() && item.playedBytes(cut.position()) >= item.madeBytes())) {
        engine.heardOnly(item.id(), ms);
        heard = ms;
      }
      transcript.agentCut(item, cut.position());
    }
    return heard;
  }
}
