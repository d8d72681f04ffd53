package dev.carillon.api.console.page;

import dev.carillon.activities.postgres.Ids;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.events.Events;
import dev.carillon.api.console.words.Clock;
import dev.carillon.api.web.Tenant;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// Gives every page of the console its [Shell].
@ControllerAdvice(basePackages = "dev.carillon.api.console")
final class ConsoleFrame {
  private final JdbcClient jdbc;
  private final TenantTransactions transactions;
  private final Events events;
  private final Ids ids;
  private final InstantSource clock;
  private final ConsoleProperties properties;

  ConsoleFrame(
      JdbcClient jdbc,
      TenantTransactions transactions,
      Events events,
      Ids ids,
      InstantSource clock,
      ConsoleProperties properties) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
    this.properties = properties;
  }

  @ModelAttribute("shell")
  Shell shell(Tenant tenant, HttpServletRequest request) {
    var business = transactions.in(tenant.id(), this::business);
    return new Shell(
        business.name(),
        new Clock(clock.instant(), business.zone()),
        business.place(),
        section(request.getRequestURI()),
        Notices.text(request.getParameter("done")),
        ids.next().toString(),
        properties.simulated(),
        properties.signedIn());
  }

  private Business business() {
    var place = events.newest().toString();
    return jdbc.sql("select name, time_zone from business")
        .query((row, _) ->
            new Business(row.getString("name"), ZoneId.of(row.getString("time_zone")), place))
        .single();
  }

  private static String section(String path) {
    int end = path.indexOf('/', 1);
    return end < 0 ? path.substring(1) : path.substring(1, end);
  }

  private record Business(String name, ZoneId zone, String place) {}
}
