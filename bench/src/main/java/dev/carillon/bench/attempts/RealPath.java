package dev.carillon.bench.attempts;

import dev.carillon.account.AccountRef;
import dev.carillon.account.Admissions;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.events.Callback;
import dev.carillon.activities.postgres.events.WebhookInbox;
import dev.carillon.bench.Servers;
import dev.carillon.call.CallStart;
import dev.carillon.campaign.JourneyStart;
import dev.carillon.campaign.Permit;
import dev.carillon.cli.shell.Ticks;
import dev.carillon.temporal.TemporalAdmissions;
import dev.carillon.temporal.TemporalConnection;
import dev.carillon.worker.WorkerMain;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The way of every dial: queue, pump, decision, fence, one POST, inbox, drainer; the worker as it
/// is, on a real PostgreSQL and a real Temporal. Only the carrier is nobody's.
final class RealPath implements Path {
  /// In NANP terms a plain subscriber number; the exchange is the demo's.
  private static final String NUMBERS = "+1212736";

  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final Ticks TICKS = new Ticks(Duration.ofMillis(20));

  private final InstantCarrier carrier = new InstantCarrier(this::callBack);
  private final ConfigurableApplicationContext worker;
  private final BareAdmissions bare;
  private int people;

  RealPath(Servers servers) {
    var settings = new HashMap<>(servers.settings());
    settings.put("server.port", "0");
    settings.put("CARILLON_CODEC_KEYS", AttemptsBench.CODEC_KEY);
    settings.put("CARILLON_LINK_KEY", "YS1saW5rLWtleS1mb3ItdGhlLWJlbmNoLTMyLWJ5dGVz");
    settings.put("TWILIO_ACCOUNT_SID", "AC00000000000000000000000000000001");
    settings.put("TWILIO_AUTH_TOKEN", "bench");
    settings.put("TWILIO_PHONE_NUMBER", "+12125550100");
    settings.put("TWILIO_API_URL", carrier.url());
    settings.put("ALLOWED_TEST_NUMBERS", NUMBERS + "*");
    settings.put("CARILLON_CALLS_PER_SECOND", "1000");
    settings.put("CARILLON_CONCURRENCY", Integer.toString(AttemptsBench.IN_FLIGHT));
    var arguments = new ArrayList<String>();
    settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
    worker =
        new SpringApplicationBuilder(WorkerMain.class, Switch.class)
            .properties("spring.config.name=carillon-worker")
            .run(arguments.toArray(String[]::new));
    bare = new BareAdmissions(worker.getBean(TemporalConnection.class));
  }

  /// Lets the pump start one pair or the other.
  @Configuration(proxyBeanMethods = false)
  static class Switch {
    @Bean
    @Primary
    Switched switched(TemporalAdmissions carillon) {
      return new Switched(carillon);
    }
  }

  static final class Switched implements Admissions {
    private volatile Admissions to;

    Switched(Admissions to) {
      this.to = to;
    }

    @Override
    public void admitJourney(JourneyStart journey, Permit permit) {
      to.admitJourney(journey, permit);
    }

    @Override
    public void startCall(CallStart call) {
      to.startCall(call);
    }
  }

  @Override
  public double attemptsPerSecond(Pair pair, int count) throws InterruptedException {
    worker.getBean(Switched.class).to =
        switch (pair) {
          case CARILLON -> worker.getBean(TemporalAdmissions.class);
          case BARE -> bare;
        };
    var campaign = UUID.randomUUID();
    var tenant = worker.getBean(AccountRef.class).tenantId();
    var transactions = worker.getBean(TenantTransactions.class);
    var started = System.nanoTime();
    transactions.run(tenant, () -> queue(campaign, count));
    while (transactions.in(tenant, () -> outcomes(campaign)) < count) {
      if (System.nanoTime() - started > LONGEST.toNanos()) {
        throw new IllegalStateException("not all attempts were finished in time");
      }
      TICKS.await();
    }
    return count / ((System.nanoTime() - started) / 1e9);
  }

  /// A running campaign with its people, all due now.
  private void queue(UUID campaign, int count) {
    var account = worker.getBean(AccountRef.class);
    var first = people;
    people += count;
    write(
        """
        insert into campaign (id, tenant_id, account_id, name, purpose, state, max_attempts, redial,
          calls_per_second, concurrency, created_at, started_at)
        values (:campaign, :tenant, :account, 'Bench', 'reminder', 'RUNNING', 1, '{}', 1000,
          :inFlight, :now, :now)
        """,
        campaign,
        account,
        Map.of("inFlight", AttemptsBench.IN_FLIGHT));
    write(
        """
        with person as (
          insert into contact (id, tenant_id, phone_number, name, created_at, updated_at)
          select gen_random_uuid(), :tenant, :numbers || lpad(n::text, 4, '0'), 'Ada', :now, :now
          from generate_series(:first, :last) n returning id, phone_number),
        journey as (
          insert into journey (tenant_id, campaign_id, contact_id, state)
          select :tenant, :campaign, id, 'WAITING' from person)
        insert into dial_queue (call_id, tenant_id, account_id, campaign_id, contact_id,
          phone_number, purpose, not_before, created_at)
        select gen_random_uuid(), :tenant, :account, :campaign, id, phone_number, 'reminder',
          :now, :now
        from person
        """,
        campaign,
        account,
        Map.of("numbers", NUMBERS, "first", first, "last", first + count - 1));
  }

  private void write(String sql, UUID campaign, AccountRef account, Map<String, Object> more) {
    worker
        .getBean(JdbcClient.class)
        .sql(sql)
        .param("campaign", campaign)
        .param("tenant", account.tenantId())
        .param("account", account.accountId())
        .param("now", OffsetDateTime.ofInstant(now(), ZoneOffset.UTC))
        .params(more)
        .update();
  }

  private int outcomes(UUID campaign) {
    return worker
        .getBean(JdbcClient.class)
        .sql("select count(*) from outcome where campaign_id = :campaign")
        .param("campaign", campaign)
        .query((row, _) -> row.getInt(1))
        .single();
  }

  /// What api does with a callback once its signature has been checked.
  private void callBack(UUID callId, Map<String, String> news) {
    var tenant = worker.getBean(AccountRef.class).tenantId();
    var key = callId + "/" + news.get("SequenceNumber");
    worker
        .getBean(TenantTransactions.class)
        .run(
            tenant,
            () -> {
              var _ =
                  worker
                      .getBean(WebhookInbox.class)
                      .receive(
                          new Callback(
                              tenant, "twilio", Callback.Kind.STATUS, key, callId, news, now()));
            });
  }

  private java.time.Instant now() {
    return worker.getBean(InstantSource.class).instant();
  }

  @Override
  public void close() {
    bare.close();
    worker.close();
    carrier.close();
  }
}
