package dev.carillon.bridge.engine;

import io.netty.channel.EventLoop;

/// Opens conversations with voice engines.
public interface VoiceEngines {

  /// Starts to connect and returns at once. `events` come on `loop`; what is asked of the engine
  /// before it is connected waits.
  VoiceEngine open(EventLoop loop, EngineEvents events);

  /// Does once, before anybody calls, what the first call would otherwise wait for. Returns at
  /// once; that it fails is harmless.
  default void warmUp() {}

  /// The engine's name in events and metrics.
  String name();
}
