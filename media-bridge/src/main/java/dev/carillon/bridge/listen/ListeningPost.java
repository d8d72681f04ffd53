package dev.carillon.bridge.listen;

import dev.carillon.signature.ListenTickets;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// The calls of this bridge that can be listened to, and who may. Any thread.
public final class ListeningPost {
  private final ListenTickets tickets;
  private final InstantSource now;
  private final Map<UUID, Tap> taps = new ConcurrentHashMap<>();
  private final Map<Long, Instant> used = new ConcurrentHashMap<>();

  public ListeningPost(ListenTickets tickets, InstantSource now) {
    this.tickets = tickets;
    this.now = now;
  }

  /// A call begins here; should it have been here before, its new stream counts.
  public Tap open(UUID callId) {
    var tap = new Tap();
    taps.put(callId, tap);
    return tap;
  }

  /// Its stream is over.
  public void close(UUID callId, Tap tap) {
    tap.end();
    taps.remove(callId, tap);
  }

  /// What came of a request to listen.
  public sealed interface Entry {
    /// The socket's handler.
    record Open(Tap tap) implements Entry {
      /// Makes it.
      public ChannelHandler listener(Channel channel) {
        return new Listener(channel, tap);
      }
    }

    /// The ticket is none, has ended, was used, or is another call's.
    record Forbidden() implements Entry {}

    /// The call is over, or another bridge has it.
    record NotHere() implements Entry {}

    /// So many listen already.
    record Full() implements Entry {}
  }

  /// Uses a ticket, given in the path `/listen/{callId}/{ticket}`.
  ///
  /// @param path what follows `/listen/`
  public Entry enter(String path) {
    var moment = now.instant();
    used.values().removeIf(end -> end.isBefore(moment));
    var ticket = ticket(path).filter(t -> moment.isBefore(t.expiresAt()));
    if (ticket.isEmpty()
        || used.putIfAbsent(ticket.get().nonce(), ticket.get().expiresAt()) != null) {
      return new Entry.Forbidden();
    }
    var tap = taps.get(ticket.get().callId());
    if (tap == null) {
      return new Entry.NotHere();
    }
    return tap.takesMore() ? new Entry.Open(tap) : new Entry.Full();
  }

  private Optional<ListenTickets.Ticket> ticket(String path) {
    int slash = path.indexOf('/');
    return slash < 0
        ? Optional.empty()
        : tickets
            .read(path.substring(slash + 1))
            .filter(ticket -> ticket.callId().toString().equals(path.substring(0, slash)));
  }
}
