package dev.carillon.temporal;

import dev.carillon.booking.BookingRef;
import dev.carillon.conversation.ReceivedText;
import dev.carillon.conversation.ThreadStart;
import java.util.UUID;

/// What conversations set going: threads of texts, promises to be kept.
public final class ConversationWorkflows {
  private final TemporalConnection connection;

  public ConversationWorkflows(TemporalConnection connection) {
    this.connection = connection;
  }

  /// Has the calendar follow an appointment, in the workflow that keeps its promise.
  public void bookingChanged(BookingRef booking) {
    Starts.booking(connection.client(), booking);
  }

  /// Tells a thread of a text, and begins the thread when there is none.
  public void received(ThreadStart thread, UUID messageId) {
    Starts.text(connection.client(), thread, new ReceivedText(messageId));
  }
}
