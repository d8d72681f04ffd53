package dev.carillon.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ListenTicketsTest {
  private static final ListenTickets.Ticket TICKET =
      new ListenTickets.Ticket(
          new UUID(1, 2), new UUID(3, 4), Instant.parse("2026-01-01T10:00:00Z"), 5);

  private final ListenTickets tickets = new ListenTickets(new byte[32]);

  @Test
  void whatWasWrittenIsRead() {
    assertThat(tickets.read(tickets.write(TICKET))).contains(TICKET);
  }

  @Test
  void aChangedTicketIsNone() {
    var text = tickets.write(TICKET);

    for (int at : new int[] {0, 10, 30, 50, text.length() - 2}) {
      char other = text.charAt(at) == 'A' ? 'B' : 'A';
      assertThat(tickets.read(text.substring(0, at) + other + text.substring(at + 1))).isEmpty();
    }
    assertThat(tickets.read("")).isEmpty();
    assertThat(tickets.read("?")).isEmpty();
  }

  @Test
  void aTicketOfAnotherKeyIsNone() {
    assertThat(
            new ListenTickets(
                    "another-key-of-the-link".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .read(tickets.write(TICKET)))
        .isEmpty();
  }
}
