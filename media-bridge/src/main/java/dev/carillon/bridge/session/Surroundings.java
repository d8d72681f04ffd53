package dev.carillon.bridge.session;

import dev.carillon.bridge.desk.CallDesk;
import dev.carillon.bridge.engine.EngineRoster;
import dev.carillon.bridge.journal.Journals;
import io.netty.channel.EventLoop;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// What a session needs from outside.
///
/// @param loop the event loop of the call's socket
/// @param workers runs each task on a virtual thread of its own
/// @param closed told once when a session is over and reported
public record Surroundings(
    CallDesk desk,
    EngineRoster engines,
    Journals journals,
    EventLoop loop,
    Executor workers,
    InstantSource now,
    Tally tally,
    Consumer<MediaSession> closed) {}
