package dev.carillon.activities.postgres.calls;

import dev.carillon.activities.postgres.Moments;
import dev.carillon.call.CallState;
import dev.carillon.phone.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Finds calls of which nothing was heard for too long.
final class Quiet {
  private static final Duration RINGING = Duration.ofSeconds(10);
  private static final Duration TALKING = Duration.ofSeconds(30);
  private static final Duration STREAM_OVER = Duration.ofSeconds(3);
  private static final Duration UNANSWERED = Duration.ofSeconds(20);

  /// When the carrier's list is asked for a call whose placing was unclear, since the request.
  private static final List<Duration> SEARCHES =
      List.of(
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(20),
          Duration.ofSeconds(40),
          Duration.ofSeconds(90));

  private final JdbcClient jdbc;

  Quiet(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A call to ask the carrier about.
  ///
  /// @param searches how often its list was asked in vain
  record Call(
      UUID id,
      CallState state,
      @Nullable String providerCallId,
      PhoneNumber to,
      @Nullable String from,
      @Nullable Instant submittedAt,
      int searches) {

    /// Whether the next vain search is the last one.
    boolean lastSearch() {
      return searches + 1 >= SEARCHES.size();
    }
  }

  /// Calls that the carrier has, with its id known, and that went quiet.
  List<Call> known(UUID accountId, Instant now) {
    return jdbc.sql(
            """
            select c.*, b.phone_number as own_number
            from call c join business b on b.tenant_id = c.tenant_id
            where c.account_id = :account and c.state <> 'ENDED' and c.provider_call_id is not null
              and c.news_at <= case
                when c.stream_end is not null then :streamOver
                when c.state = 'IN_PROGRESS' then :talking
                else :ringing end
            order by c.news_at limit 50
            """)
        .param("account", accountId)
        .param("streamOver", Moments.param(now.minus(STREAM_OVER)))
        .param("talking", Moments.param(now.minus(TALKING)))
        .param("ringing", Moments.param(now.minus(RINGING)))
        .query((row, _) -> call(row))
        .list();
  }

  /// Calls that may or may not be with the carrier, when it is time to search for them.
  List<Call> unclear(UUID accountId, Instant now) {
    return jdbc
        .sql(
            """
            select c.*, b.phone_number as own_number
            from call c join business b on b.tenant_id = c.tenant_id
            where c.account_id = :account and c.state = 'UNKNOWN' and c.provider_call_id is null
            order by c.submitted_at limit 200
            """)
        .param("account", accountId)
        .query((row, _) -> call(row))
        .list()
        .stream()
        .filter(call -> due(call, now))
        .limit(50)
        .toList();
  }

  private static boolean due(Call call, Instant now) {
    return call.searches() < SEARCHES.size()
        && call.submittedAt() != null
        && !call.submittedAt().plus(SEARCHES.get(call.searches())).isAfter(now);
  }

  /// Requests whose answer nobody waits for any more: whoever sent them is dead. Their first
  /// searches count as done.
  int giveUpWaiting(UUID accountId, Instant now) {
    return jdbc.sql(
            """
            update call set state = 'UNKNOWN', searches = 3, news_at = :now
            where account_id = :account and state = 'SUBMITTING' and submitted_at <= :before
            """)
        .param("account", accountId)
        .param("now", Moments.param(now))
        .param("before", Moments.param(now.minus(UNANSWERED)))
        .update();
  }

  void searchedInVain(UUID callId, Instant now) {
    jdbc.sql("update call set searches = searches + 1, news_at = :now where id = :call")
        .param("now", Moments.param(now))
        .param("call", callId)
        .update();
  }

  /// Whether one of our calls has this id of the carrier's.
  boolean claimed(String providerCallId) {
    return jdbc.sql("select exists (select 1 from call where provider_call_id = :sid)")
        .param("sid", providerCallId)
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  private static Call call(ResultSet row) throws SQLException {
    return new Call(
        row.getObject("id", UUID.class),
        CallState.valueOf(row.getString("state")),
        row.getString("provider_call_id"),
        PhoneNumber.of(row.getString("phone_number")),
        row.getString("own_number"),
        Moments.readOrNull(row, "submitted_at"),
        row.getInt("searches"));
  }
}
