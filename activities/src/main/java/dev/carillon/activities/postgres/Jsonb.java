package dev.carillon.activities.postgres;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Writes and reads what lies in `jsonb` columns: camelCase, moments and durations in ISO 8601.
/// Bind what is written with `cast(:name as jsonb)`.
public final class Jsonb {
  private final JsonMapper mapper = JsonMapper.builder().build();

  public String write(Object value) {
    return mapper.writeValueAsString(value);
  }

  /// As [#write], with null for null.
  public @Nullable String writeOrNull(@Nullable Object value) {
    return value == null ? null : write(value);
  }

  public <T> T read(String json, Class<T> type) {
    return mapper.readValue(json, type);
  }

  /// As [#read], with null for SQL's null.
  public <T> @Nullable T readOrNull(@Nullable String json, Class<T> type) {
    return json == null ? null : read(json, type);
  }

  /// For types with parameters, such as lists.
  public <T> T read(String json, TypeReference<T> type) {
    return mapper.readValue(json, type);
  }

  public JsonNode tree(String json) {
    return mapper.readTree(json);
  }

  public JsonMapper mapper() {
    return mapper;
  }
}
