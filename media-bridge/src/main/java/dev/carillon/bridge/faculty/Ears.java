package dev.carillon.bridge.faculty;

import io.netty.channel.EventLoop;

/// Understands speech while it is spoken.
public interface Ears {

  /// Starts to listen and returns at once; `events` come on `loop`.
  Listening open(EventLoop loop, String language, Events events);

  /// One line that is listened to.
  interface Listening {

    /// What the person's line sent: the first `length` bytes of `mulaw`, raw, 8 kHz. They are
    /// copied: the array is used again.
    void hear(byte[] mulaw, int length);

    /// Sends what was heard.
    void flush();

    /// Ends the turn the person is in the middle of, so that its words are not lost.
    void closeTurn();

    /// Stops listening. Repeating it is harmless.
    void close();
  }

  /// What was understood.
  interface Events {

    /// From here on what is said is understood.
    void listening();

    /// The provider has said something, whatever it was: it is there and follows.
    void attentive();

    /// Somebody began to speak.
    void personBegan();

    /// They have probably stopped, and this is what they said: either [#turn] follows with the same
    /// words, or [#turnResumed]. Only ears that guess ahead tell it.
    default void earlyTurn(String text) {}

    /// They had not stopped after all.
    default void turnResumed() {}

    /// They stopped; empty when nothing was understood.
    void turn(String text);

    /// The provider is lost. Comes once, and nothing after it.
    void earsLost(String code);
  }
}
