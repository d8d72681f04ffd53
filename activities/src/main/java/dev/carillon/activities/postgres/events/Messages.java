package dev.carillon.activities.postgres.events;

import dev.carillon.activities.postgres.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Texts that came in. Those that go out are written by whoever sends them.
public final class Messages {
  private final JdbcClient jdbc;

  public Messages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Keeps a text; false when the carrier had delivered it before.
  public boolean receive(InboundText text) {
    return jdbc.sql(
                """
                insert into message (id, tenant_id, contact_id, direction, phone_number, body, state,
                  dedupe_key, provider_message_id, at)
                values (:id, :tenant, :contact, 'IN', :number, :body, 'RECEIVED', :key, :provider, :at)
                on conflict do nothing
                """)
            .param("id", text.id())
            .param("tenant", text.tenantId())
            .param("contact", text.contactId())
            .param("number", Texts.storable(text.phoneNumber()))
            .param("body", Texts.storable(text.body()))
            .param("key", "in/" + text.providerMessageId())
            .param("provider", text.providerMessageId())
            .param("at", Moments.param(text.at()))
            .update()
        == 1;
  }
}
