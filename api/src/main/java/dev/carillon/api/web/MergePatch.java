package dev.carillon.api.web;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Changes as a JSON merge patch (RFC 7396): what is absent stays, `null` takes away.
public final class MergePatch {
  private final JsonMapper json;

  MergePatch(JsonMapper json) {
    this.json = json;
  }

  /// `current` with `patch` applied, read anew by the rules for a whole request of that type.
  public <T> T apply(T current, ObjectNode patch, Class<T> type) {
    return json.treeToValue(merge(json.valueToTree(current), patch), type);
  }

  private static JsonNode merge(JsonNode target, ObjectNode patch) {
    if (!(target instanceof ObjectNode object)) {
      return patch;
    }
    for (var change : patch.properties()) {
      var value = change.getValue();
      if (value.isNull()) {
        object.remove(change.getKey());
      } else if (value instanceof ObjectNode inner && object.get(change.getKey()) != null) {
        object.set(change.getKey(), merge(object.get(change.getKey()), inner));
      } else {
        object.set(change.getKey(), value);
      }
    }
    return object;
  }
}
