package dev.carillon.activities.postgres.prompts;

import dev.carillon.activities.postgres.Moments;
import dev.carillon.conversation.PastTalk;
import dev.carillon.conversation.TextMind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What was said to and by one person before, on the phone and by text.
public final class PastTalks {
  private final JdbcClient jdbc;

  public PastTalks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// All of it before `before`, which is not part of it.
  ///
  /// @param except a call that is under way
  public PastTalk with(UUID contactId, @Nullable UUID except, Instant before) {
    return new PastTalk(
        summary(contactId, except),
        voice(contactId, except),
        texts(contactId, "at < :until", Instant.EPOCH, before, PastTalk.LINES));
  }

  /// The texts from `since` on up to and with one message, oldest first.
  public List<TextMind.Line> thread(UUID contactId, Instant since, Instant upTo, int most) {
    return texts(contactId, "at >= :since and at <= :until", since, upTo, most);
  }

  private @Nullable String summary(UUID contactId, @Nullable UUID except) {
    return jdbc.sql(
            """
            select summary ->> 'text' as text from call
            where contact_id = :contact and summary ->> 'text' <> ''
              and (cast(:except as uuid) is null or id <> :except)
            order by created_at desc limit 1
            """)
        .param("contact", contactId)
        .param("except", except)
        .query((row, _) -> row.getString("text"))
        .optional()
        .orElse(null);
  }

  private List<TextMind.Line> voice(UUID contactId, @Nullable UUID except) {
    return jdbc.sql(
            """
            select t.who, t.body from call c join call_turn t on t.call_id = c.id
            where c.contact_id = :contact and t.who in ('AGENT', 'PERSON')
              and (cast(:except as uuid) is null or c.id <> :except)
            order by t.at desc, t.seq desc limit :most
            """)
        .param("contact", contactId)
        .param("except", except)
        .param("most", PastTalk.LINES)
        .query((row, _) -> line(row.getString("who").equals("PERSON"), row.getString("body")))
        .list()
        .reversed();
  }

  private List<TextMind.Line> texts(
      UUID contactId, String when, Instant since, Instant until, int most) {
    return jdbc.sql(
            """
            select direction, body from message
            where contact_id = :contact and kind <> 'OWNER' and %s
              and state not in ('PENDING', 'DENIED', 'FAILED')
            order by at desc, id desc limit :most
            """
                .formatted(when))
        .param("contact", contactId)
        .param("since", Moments.param(since))
        .param("until", Moments.param(until))
        .param("most", most)
        .query((row, _) -> line(row.getString("direction").equals("IN"), row.getString("body")))
        .list()
        .reversed();
  }

  private static TextMind.Line line(boolean byPerson, String text) {
    return new TextMind.Line(byPerson, text);
  }
}
