package dev.carillon.activities.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.account.AccountRef;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

class StartUpTest {

  @Test
  void twoApplicationsThatStartTogetherMakeOneTenantAndOneAccount()
      throws ExecutionException, InterruptedException {
    var properties = TestDatabase.empty();
    Callable<AccountRef> start =
        () -> {
          try (var context = start(properties)) {
            return context.getBean(AccountRef.class);
          }
        };

    try (var threads = Executors.newFixedThreadPool(2)) {
      var one = threads.submit(start);
      var two = threads.submit(start);

      assertThat(one.get()).isEqualTo(two.get());
    }
    assertThat(start(properties, StartUpTest::tenants)).isEqualTo(1);
  }

  @Test
  void theClockIsShiftedByAnOffsetOrToAnInstant() {
    var base = Clock.fixed(Instant.parse("2026-06-02T17:00:00Z"), ZoneOffset.UTC);

    assertThat(ClockConfiguration.clock("PT-9H", true, base).instant())
        .isEqualTo(base.instant().minus(Duration.ofHours(9)));
    assertThat(ClockConfiguration.clock("2027-01-01T00:00:00Z", true, base).instant())
        .isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
    assertThat(ClockConfiguration.clock("", false, base)).isSameAs(base);
  }

  @Test
  void theClockIsNeverShiftedWithARealCarrier() {
    InstantSource base = Clock.systemUTC();

    assertThat(base).isNotNull();
    assertThatThrownBy(() -> ClockConfiguration.clock("PT-9H", false, Clock.systemUTC()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void onlyThisMachineIsOnLoopback() {
    assertThat(Loopback.leadsHere("http://127.0.0.1:8090")).isTrue();
    assertThat(Loopback.leadsHere("http://localhost:8090/x")).isTrue();
    assertThat(Loopback.leadsHere("http://[::1]:8090")).isTrue();
    assertThat(Loopback.leadsHere("https://api.twilio.com")).isFalse();
    assertThat(Loopback.leadsHere("http://localhost.example.com")).isFalse();
    assertThat(Loopback.leadsHere("http://127.0.0.1@example.com/")).isFalse();
    assertThat(Loopback.leadsHere("")).isFalse();
    assertThat(Loopback.leadsHere("::not a url")).isFalse();
  }

  @Test
  void idsOfLaterMomentsSortBehind() {
    var clock = new MovableClock(Instant.parse("2026-06-02T17:00:00Z"));
    var ids = new Ids(clock, new java.util.Random(7));

    var first = ids.next();
    clock.advance(Duration.ofMillis(1));
    var second = ids.next();

    assertThat(first.version()).isEqualTo(7);
    assertThat(first.variant()).isEqualTo(2);
    assertThat(second.toString()).isGreaterThan(first.toString());
  }

  private static AnnotationConfigApplicationContext start(DatabaseProperties properties) {
    var context = new AnnotationConfigApplicationContext();
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "test",
                Map.of(
                    "database.url", properties.url(),
                    "database.user", properties.user(),
                    "database.password", properties.password(),
                    "database.migration-user", String.valueOf(properties.migrationUser()),
                    "database.migration-password", properties.migrationPassword())));
    context.register(DatabaseConfiguration.class);
    context.refresh();
    return context;
  }

  private static <T> T start(
      DatabaseProperties properties,
      java.util.function.Function<AnnotationConfigApplicationContext, T> use) {
    try (var context = start(properties)) {
      return use.apply(context);
    }
  }

  private static int tenants(AnnotationConfigApplicationContext context) {
    return context
        .getBean(JdbcClient.class)
        .sql("select count(*) from tenant")
        .query((row, _) -> row.getInt(1))
        .single();
  }
}
