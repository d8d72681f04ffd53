package dev.carillon.lead;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.UUID;

/// The business's automation webhook (Make.com, Zapier, n8n, anything that takes JSON), signed as
/// Standard Webhooks says.
@ActivityInterface
public interface Automation {

  /// Sends one event, with one request. May be repeated, and is to be until it gets through (policy
  /// `WEBHOOK`): its id, which the receiver knows it by, stays the same.
  ///
  /// @throws dev.carillon.policy.ProviderFailure REJECTED when the address is none that events may
  ///   be sent to; UNAVAILABLE when the receiver did not take it; UNKNOWN when it may have
  @ActivityMethod(name = "Automation_deliver")
  Delivery deliver(Notice notice);

  /// An event on its way to one tenant's webhook.
  record Notice(UUID tenantId, AutomationEvent event) {}

  /// What became of it.
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Delivery.Delivered.class, name = "delivered"),
    @JsonSubTypes.Type(value = Delivery.Off.class, name = "off"),
    @JsonSubTypes.Type(value = Delivery.Gone.class, name = "gone")
  })
  sealed interface Delivery {

    record Delivered() implements Delivery {}

    /// No webhook is configured: nothing was sent and nothing needs to be.
    record Off() implements Delivery {}

    /// The receiver says that nobody listens there any more (410). This event is not to be sent
    /// again, and for an hour none is.
    record Gone() implements Delivery {}
  }
}
