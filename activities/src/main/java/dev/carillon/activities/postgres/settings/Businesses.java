package dev.carillon.activities.postgres.settings;

import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.Moments;
import dev.carillon.compliance.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/// Profiles of businesses: one per tenant, made with it.
public final class Businesses {
  private static final TypeReference<List<Window>> HOURS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final Jsonb jsonb;
  private final InstantSource clock;

  Businesses(JdbcClient jdbc, Jsonb jsonb, InstantSource clock) {
    this.jdbc = jdbc;
    this.jsonb = jsonb;
    this.clock = clock;
  }

  /// The profile of the tenant whose transaction is under way.
  public Business get() {
    return jdbc.sql("select * from business").query(this::business).single();
  }

  public void put(UUID tenantId, Business business) {
    jdbc.sql(
            """
            update business set name = :name, time_zone = :zone, hours = cast(:hours as jsonb),
              lunch = cast(:lunch as jsonb), owner_number = :owner,
              quiet_hours = cast(:quiet as jsonb), disclosure = :disclosure,
              callback_number = :callback, updated_at = :now
            where tenant_id = :tenant
            """)
        .param("tenant", tenantId)
        .param("name", business.name())
        .param("zone", business.timeZone())
        .param("hours", jsonb.write(business.hours()))
        .param("lunch", jsonb.writeOrNull(business.lunch()))
        .param("owner", business.ownerNumber())
        .param("quiet", jsonb.writeOrNull(business.quietHours()))
        .param("disclosure", business.disclosure())
        .param("callback", business.callbackNumber())
        .param("now", Moments.param(clock.instant()))
        .update();
  }

  private Business business(ResultSet row, int number) throws SQLException {
    return new Business(
        row.getString("name"),
        row.getString("time_zone"),
        jsonb.read(row.getString("hours"), HOURS),
        jsonb.readOrNull(row.getString("lunch"), Business.DaySpan.class),
        row.getString("owner_number"),
        jsonb.readOrNull(row.getString("quiet_hours"), Business.DaySpan.class),
        row.getString("disclosure"),
        row.getString("callback_number"));
  }
}
