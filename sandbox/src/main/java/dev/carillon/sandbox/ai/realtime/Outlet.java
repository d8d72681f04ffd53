package dev.carillon.sandbox.ai.realtime;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Writes server events. The order of their members differs from one to the next, as it does with
/// the provider.
final class Outlet {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Wire wire;
  private final RandomGenerator chance;
  private boolean silent;

  Outlet(Wire wire, RandomGenerator chance) {
    this.wire = wire;
    this.chance = chance;
  }

  /// Says nothing from now on.
  void fallSilent() {
    silent = true;
  }

  /// A new id such as `item_…`.
  String id(String kind) {
    byte[] bytes = new byte[10];
    chance.nextBytes(bytes);
    return kind + "_" + HexFormat.of().formatHex(bytes);
  }

  /// Members of an event, to be filled.
  static ObjectNode members() {
    return JSON.objectNode();
  }

  void event(String type, ObjectNode members) {
    if (silent) {
      return;
    }
    ObjectNode event = JSON.objectNode();
    switch (chance.nextInt(3)) {
      case 0 -> event.put("type", type).put("event_id", id("event")).setAll(members);
      case 1 -> event.put("event_id", id("event")).put("type", type).setAll(members);
      default -> {
        event.put("type", type);
        event.setAll(members);
        event.put("event_id", id("event"));
      }
    }
    wire.send(event.toString());
  }

  void error(
      String type,
      @Nullable String code,
      String message,
      @Nullable String param,
      @Nullable String cause) {
    ObjectNode members = members();
    members
        .putObject("error")
        .put("type", type)
        .put("code", code)
        .put("message", message)
        .put("param", param)
        .put("event_id", cause);
    event("error", members);
  }
}
