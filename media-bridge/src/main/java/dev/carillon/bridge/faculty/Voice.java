package dev.carillon.bridge.faculty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;

/// Makes speech of text, mu-law at 8 kHz.
public interface Voice {

  /// Starts to connect and returns at once; `events` come on `loop`.
  Speech open(EventLoop loop, Events events);

  /// One connection to the voice.
  interface Speech {

    /// Adds text to what is to be said; it may be held until [#flush].
    void say(String text);

    /// Says all that was given so far; answered by [Events#flushed].
    void flush();

    /// Drops what was not said yet; no sound of it comes after this, and no `flushed`.
    void clear();

    /// Ends it. Repeating it is harmless.
    void close();
  }

  /// What the voice does.
  interface Events {

    /// It can speak.
    void canSpeak();

    /// A piece of speech, raw; the buffer is the caller's.
    void sound(ByteBuf mulaw);

    /// All sound of one [Speech#flush] has come.
    void flushed();

    /// The provider is lost. Comes once, and nothing after it.
    void voiceLost(String code);
  }
}
