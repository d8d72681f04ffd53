package dev.carillon.activities.postgres.tools;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The vehicles of a person, in the tenant's transaction that is under way.
record Vehicles(JdbcClient jdbc) {
  private static final Map<String, String> NAMES =
      Map.of(
          "make", "make", "model", "model", "model_year", "year", "plate", "plate", "vin", "vin");

  boolean belongs(UUID vehicle, UUID contact) {
    return jdbc.sql(
            "select exists (select 1 from vehicle where id = :id and contact_id = :contact)")
        .param("id", vehicle)
        .param("contact", contact)
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  /// As a model is told of them.
  List<Map<String, Object>> of(UUID contact) {
    return jdbc.sql(
            "select * from vehicle where contact_id = :contact order by created_at desc limit 10")
        .param("contact", contact)
        .query((row, _) -> {
          Map<String, Object> shown = new LinkedHashMap<>();
          shown.put("vehicleId", row.getString("id"));
          for (var name : NAMES.entrySet()) {
            var value = row.getString(name.getKey());
            if (value != null) {
              shown.put(name.getValue(), value);
            }
          }
          return shown;
        })
        .list();
  }
}
