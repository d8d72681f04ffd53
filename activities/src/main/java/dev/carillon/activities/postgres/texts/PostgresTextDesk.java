package dev.carillon.activities.postgres.texts;

import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.Moments;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.prompts.AgentVersion;
import dev.carillon.activities.postgres.prompts.PastTalks;
import dev.carillon.activities.postgres.prompts.Prompts;
import dev.carillon.activities.postgres.prompts.Situation;
import dev.carillon.activities.postgres.prompts.Upcoming;
import dev.carillon.call.Acknowledged;
import dev.carillon.call.CallPurpose;
import dev.carillon.call.TextTurn;
import dev.carillon.conversation.Messaging;
import dev.carillon.conversation.TextDesk;
import dev.carillon.conversation.TextMind;
import dev.carillon.conversation.TextThought;
import dev.carillon.phone.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Gives the model what it needs to answer a text, and sends the answer.
final class PostgresTextDesk implements TextDesk {
  private static final int MOST_LINES = 40;
  private static final int LONGEST_REPLY = 1_500;
  private static final String PLAIN =
      "Thank you for your message. We have it, and will get back to you as soon as we can.";

  private final TenantTransactions transactions;
  private final JdbcClient jdbc;
  private final Jsonb json;
  private final Prompts prompts;
  private final PastTalks past;
  private final Upcoming upcoming;
  private final TextMind mind;
  private final Messaging messaging;
  private final Duration memory;
  private final InstantSource clock;

  /// @param memory texts that are older are told as what was said before
  PostgresTextDesk(
      TenantTransactions transactions,
      JdbcClient jdbc,
      Jsonb json,
      Prompts prompts,
      TextMind mind,
      Messaging messaging,
      Duration memory,
      InstantSource clock) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.json = json;
    this.prompts = prompts;
    this.past = new PastTalks(jdbc);
    this.upcoming = new Upcoming(jdbc);
    this.mind = mind;
    this.messaging = messaging;
    this.memory = memory;
    this.clock = clock;
  }

  private record Basis(
      String body,
      Instant at,
      @Nullable String name,
      @Nullable String language,
      @Nullable String contactZone,
      String business,
      String businessZone,
      @Nullable String callback,
      @Nullable String agent,
      boolean suppressed) {}

  @Override
  public Thinking think(Order order) {
    var turn = order.turn();
    var conversation =
        transactions.in(turn.tenantId(), () -> basis(turn).map(basis -> given(order, basis)));
    if (conversation.isEmpty()) {
      return new Thinking(new TextThought.Silence());
    }
    return new Thinking(mind.on() ? mind.think(conversation.get()) : new TextThought.Says(PLAIN));
  }

  /// Somebody who does not want to be texted is not, and no model is asked; but a wish that was
  /// just fulfilled by a tool is confirmed.
  private Optional<Basis> basis(TextTurn turn) {
    return jdbc.sql(
            """
            select m.body, m.at, c.name, c.language, c.time_zone as contact_zone, b.name as business,
              b.time_zone as business_zone, coalesce(b.callback_number, b.phone_number) as callback,
              a.definition as agent,
              exists (select 1 from suppression s
                where s.phone_number = m.phone_number and s.scope in ('ALL', 'SMS')) as suppressed
            from message m join contact c on c.id = m.contact_id
              join business b on b.tenant_id = m.tenant_id
              left join agent a on a.id = b.agent_id and a.deleted_at is null
            where m.id = :message
            """)
        .param("message", turn.messageId())
        .query((row, _) -> basis(row))
        .optional()
        .filter(basis -> !basis.suppressed() || optedOutHere(turn));
  }

  private static Basis basis(ResultSet row) throws SQLException {
    return new Basis(
        row.getString("body"),
        Moments.read(row, "at"),
        row.getString("name"),
        row.getString("language"),
        row.getString("contact_zone"),
        row.getString("business"),
        row.getString("business_zone"),
        row.getString("callback"),
        row.getString("agent"),
        row.getBoolean("suppressed"));
  }

  private boolean optedOutHere(TextTurn turn) {
    return jdbc.sql(
            """
            select exists (select 1 from tool_use
              where message_id = :message and name = 'opt_out' and outcome = 'OPTED_OUT')
            """)
        .param("message", turn.messageId())
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  private TextMind.Conversation given(Order order, Basis basis) {
    var contact = order.turn().contactId();
    var agent = new AgentVersion(basis.agent() == null ? null : json.tree(basis.agent()));
    var since = basis.at().minus(memory);
    var before = past.with(contact, null, since);
    var purpose = agent.text("purpose").flatMap(CallPurpose::named).orElse(CallPurpose.DISPATCHER);
    var situation =
        new Situation(
            purpose,
            basis.business(),
            basis.businessZone(),
            basis.name(),
            basis.language(),
            basis.contactZone(),
            basis.callback(),
            null,
            upcoming.all(contact, clock.instant()),
            before.none() ? null : before.inFull(),
            clock.instant());
    return new TextMind.Conversation(
        prompts.textInstructions(situation, agent),
        prompts.textTools(agent),
        past.thread(contact, since, basis.at(), MOST_LINES),
        order.done());
  }

  @Override
  public Acknowledged reply(Reply reply) {
    var turn = reply.turn();
    var target = transactions.in(turn.tenantId(), () -> target(turn));
    var words = reply.words().strip();
    var delivery =
        messaging.send(
            new Messaging.OutgoingText(
                turn.tenantId(),
                "reply/" + turn.messageId(),
                target.number(),
                words.length() > LONGEST_REPLY ? words.substring(0, LONGEST_REPLY) : words,
                target.optedOut() ? Messaging.Kind.OPT_OUT_CONFIRMATION : Messaging.Kind.PERSON,
                turn.contactId(),
                null,
                null));
    return new Acknowledged(delivery == Messaging.Delivery.SENT);
  }

  private record Target(PhoneNumber number, boolean optedOut) {}

  private Target target(TextTurn turn) {
    return jdbc.sql("select phone_number from message where id = :message")
        .param("message", turn.messageId())
        .query((row, _) ->
            new Target(new PhoneNumber(row.getString("phone_number")), optedOutHere(turn)))
        .single();
  }
}
