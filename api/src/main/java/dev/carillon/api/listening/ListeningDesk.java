package dev.carillon.api.listening;

import dev.carillon.api.web.problem.ProblemException;
import dev.carillon.signature.ListenTickets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Gives out tickets to listen to a live call at the bridge that has it.
final class ListeningDesk {
  private static final Duration GOOD_FOR = Duration.ofMinutes(1);

  private final LiveCalls calls;
  private final ListenTickets tickets;
  private final RandomGenerator random;
  private final InstantSource clock;

  ListeningDesk(
      LiveCalls calls, ListenTickets tickets, RandomGenerator random, InstantSource clock) {
    this.calls = calls;
    this.tickets = tickets;
    this.random = random;
    this.clock = clock;
  }

  /// A ticket's address; that it was asked for is written down.
  ListeningController.Address admit(UUID tenantId, UUID callId) {
    var bridge = calls.find(tenantId, callId).bridge();
    if (bridge == null) {
      throw ProblemException.conflict("The call has no bridge that can be listened to yet.");
    }
    var expiresAt = clock.instant().plus(GOOD_FOR);
    var ticket =
        tickets.write(new ListenTickets.Ticket(tenantId, callId, expiresAt, random.nextLong()));
    calls.audit(tenantId, callId, "operator", "listen to a call", Map.of());
    return new ListeningController.Address(bridge + "/listen/" + callId + "/" + ticket, expiresAt);
  }
}
