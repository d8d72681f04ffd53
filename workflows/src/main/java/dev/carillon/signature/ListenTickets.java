package dev.carillon.signature;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Tickets to listen to one live call: tenant, call, end and 8 random bytes, sealed. That a ticket
/// is used once is the bridge's part, which knows it by its nonce.
public final class ListenTickets {
  private static final int NUMBERS = 6;

  private final SealedNumbers sealed;

  /// @param key the link key, at least 16 bytes
  public ListenTickets(byte[] key) {
    this.sealed = new SealedNumbers(Hmac.ofLinkKey(key), "carillon-listen", NUMBERS);
  }

  /// What a ticket says.
  ///
  /// @param nonce from a secure source, another one for each ticket
  public record Ticket(UUID tenantId, UUID callId, Instant expiresAt, long nonce) {}

  /// The ticket as it stands in an address.
  public String write(Ticket ticket) {
    return sealed.write(
        ticket.tenantId().getMostSignificantBits(),
        ticket.tenantId().getLeastSignificantBits(),
        ticket.callId().getMostSignificantBits(),
        ticket.callId().getLeastSignificantBits(),
        ticket.expiresAt().getEpochSecond(),
        ticket.nonce());
  }

  /// What the text says, whether it has ended or not; empty when it is not ours or was tampered
  /// with.
  public Optional<Ticket> read(String text) {
    return sealed
        .read(text)
        .map(numbers ->
            new Ticket(
                new UUID(numbers[0], numbers[1]),
                new UUID(numbers[2], numbers[3]),
                Instant.ofEpochSecond(numbers[4]),
                numbers[5]));
  }
}
