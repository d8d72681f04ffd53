package dev.carillon.bridge.http;

import dev.carillon.bridge.desk.CallDesk;
import dev.carillon.bridge.engine.EngineRoster;
import dev.carillon.bridge.journal.Journals;
import dev.carillon.bridge.listen.ListeningPost;
import dev.carillon.bridge.playout.LineEvents;
import dev.carillon.bridge.playout.PhoneLine;
import dev.carillon.bridge.session.MediaSession;
import dev.carillon.bridge.session.Surroundings;
import dev.carillon.signature.StreamTokens;
import dev.carillon.signature.TwilioSignature;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Knows who may come in, and gives each stream its session.
final class Reception {
  private final Supplier<String> publicUrl;
  private final @Nullable TwilioSignature signatures;
  private final StreamTokens tokens;
  private final List<String> missing;
  private final CallDesk desk;
  private final EngineRoster engines;
  private final Journals journals;
  private final Executor workers;
  private final InstantSource now;
  private final ListeningPost listeningPost;
  private final LiveSessions sessions = new LiveSessions();
  private final Loops loops = new Loops();
  private final Admission admission;
  private final Meters meters;
  private final long begunNanos = System.nanoTime();

  /// @param publicUrl the bridge's address as the carrier was told, without a path
  Reception(
      Supplier<String> publicUrl,
      BridgeSettings settings,
      CallDesk desk,
      EngineRoster engines,
      Journals journals,
      Executor workers,
      InstantSource now) {
    this.publicUrl = publicUrl;
    this.signatures = settings.signatures();
    this.tokens = settings.tokens();
    this.missing = settings.missing();
    this.desk = desk;
    this.engines = settings.limits().bound(engines);
    this.admission = new Admission(settings.limits(), sessions, loops, this.engines);
    this.meters = new Meters(sessions, loops, this.engines);
    this.journals = announcing(journals, settings.ownUrl());
    this.listeningPost = new ListeningPost(settings.tickets(), now);
    this.workers = workers;
    this.now = now;
  }

  /// The call that a signed request with this token is for; empty when the signature or the token
  /// is not right, and always while the carrier is off.
  Optional<UUID> callOf(String token, @Nullable String signature) {
    boolean signed =
        signatures != null
            && signatures.signsUpgrade(publicUrl.get() + "/media/" + token, signature);
    var call = tokens.callOf(token);
    return signed ? call : Optional.empty();
  }

  LineEvents session(UUID callId, String token, PhoneLine line, EventLoop loop) {
    var tap = listeningPost.open(callId);
    var around =
        new Surroundings(
            desk,
            engines,
            journals,
            loop,
            workers,
            now,
            meters,
            session -> {
              sessions.closed(session);
              listeningPost.close(callId, tap);
            });
    var session = new MediaSession(callId, token, tap.over(line), loops.clock(loop), around);
    sessions.opened(session, loop);
    return tap.over(session);
  }

  /// Journals that begin with the address at which the call can be listened to.
  private Journals announcing(Journals plain, @Nullable String ownUrl) {
    return (tenantId, callId) -> {
      var journal = plain.open(tenantId, callId);
      var address = ownUrl == null ? publicUrl.get() : ownUrl;
      journal.event("stream_opened", Map.of("bridge", address));
      return journal;
    };
  }

  ListeningPost listeningPost() {
    return listeningPost;
  }

  LiveSessions sessions() {
    return sessions;
  }

  Admission admission() {
    return admission;
  }

  /// Begins to watch how late the event loops are.
  void watch(EventLoopGroup group) {
    loops.watch(group);
  }

  Meters meters() {
    return meters;
  }

  /// Whether new calls are taken, how many there are of how many, and what would have to be set for
  /// the providers that are off.
  String health() {
    var uptime = Duration.ofSeconds((System.nanoTime() - begunNanos) / 1_000_000_000L);
    var names = missing.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(","));
    return "{\"status\":\"%s\",\"activeCalls\":%d,%s,\"uptime\":\"%s\",\"missing\":[%s]}"
        .formatted(
            sessions.draining() ? "DRAINING" : "UP",
            sessions.count(),
            admission.json(),
            uptime,
            names);
  }
}
