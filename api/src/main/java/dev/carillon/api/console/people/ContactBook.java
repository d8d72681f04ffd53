package dev.carillon.api.console.people;

import dev.carillon.activities.postgres.Moments;
import dev.carillon.api.console.words.Clock;
import dev.carillon.api.console.words.PhoneText;
import dev.carillon.api.console.words.Words;
import dev.carillon.call.Disposition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Searches contacts, in the tenant's transaction that is under way.
final class ContactBook {
  static final int PAGE = 50;
  private static final int FEWEST_DIGITS = 3;

  private final JdbcClient jdbc;

  ContactBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Newest first; one more than a page holds when there is another page.
  ///
  /// @param search part of a name or of a number, empty for everybody
  List<ContactItem> list(String search, int page, Clock clock) {
    var digits = search.replaceAll("\\D", "");
    return jdbc.sql(
            """
            select c.id, c.name, c.phone_number, l.created_at as last_at, l.disposition,
              exists (select 1 from suppression s where s.phone_number = c.phone_number) as suppressed
            from contact c
              left join lateral (
                select created_at, disposition from call where contact_id = c.id
                order by created_at desc limit 1) l on true
            where c.deleted_at is null
              and (:name = '%%' or c.name ilike :name or (:digits <> '' and c.phone_number like :number))
            order by c.created_at desc, c.id desc
            offset :offset limit :limit
            """)
        .param("name", "%" + search.replaceAll("([\\\\%_])", "\\\\$1") + "%")
        .param("digits", digits.length() < FEWEST_DIGITS ? "" : digits)
        .param("number", "%" + digits + "%")
        .param("offset", page * PAGE)
        .param("limit", PAGE + 1)
        .query((row, _) -> item(row, clock))
        .list();
  }

  private static ContactItem item(ResultSet row, Clock clock) throws SQLException {
    var name = row.getString("name");
    var disposition = row.getString("disposition");
    var last = Moments.readOrNull(row, "last_at");
    return new ContactItem(
        row.getObject("id", UUID.class),
        name == null || name.isBlank() ? "No name" : name,
        PhoneText.of(row.getString("phone_number")),
        disposition == null ? null : Words.disposition(Disposition.valueOf(disposition)),
        last == null ? null : Words.capital(clock.ago(last)),
        row.getBoolean("suppressed"));
  }
}
