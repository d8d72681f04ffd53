package dev.carillon.sandbox.ai.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The items of a session in their order.
final class Conversation {
  private final Outlet outlet;
  private final List<Item> items = new ArrayList<>();

  Conversation(Outlet outlet) {
    this.outlet = outlet;
  }

  /// The last item's id; null before the first.
  @Nullable String last() {
    return items.isEmpty() ? null : items.getLast().id();
  }

  Optional<Item> find(String id) {
    return items.stream().filter(item -> item.id().equals(id)).findFirst();
  }

  /// The tool that was used by this call.
  Optional<String> toolOf(String callId) {
    return items.stream()
        .map(Item::shape)
        .filter(shape -> shape.path("type").asText().equals("function_call"))
        .filter(shape -> shape.path("call_id").asText().equals(callId))
        .map(shape -> shape.path("name").asText())
        .findFirst();
  }

  void remove(Item item) {
    items.remove(item);
  }

  /// Adds an item that is whole and tells of it.
  Item add(ObjectNode shape, @Nullable String previous) {
    Item item = begin(shape, previous);
    finish(item);
    return item;
  }

  /// Adds an item that is being made and tells of it.
  Item begin(ObjectNode shape, @Nullable String previous) {
    Item item = new Item(shape);
    String before = previous == null ? last() : previous;
    items.add(place(before), item);
    tell("conversation.item.added", before, shape);
    return item;
  }

  /// An item is as it will stay.
  void finish(Item item) {
    int place = items.indexOf(item);
    tell("conversation.item.done", place < 1 ? null : items.get(place - 1).id(), item.shape());
  }

  /// The item that an event names.
  ///
  /// @throws Invalid when there is none
  Item named(JsonNode event) {
    String id = event.path("item_id").asText();
    return find(id)
        .orElseThrow(() ->
            new Invalid("item_not_found", "Item with item_id '" + id + "' not found.", "item_id"));
  }

  private int place(@Nullable String before) {
    if (before == null || before.equals("root")) {
      return before == null ? items.size() : 0;
    }
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).id().equals(before)) {
        return i + 1;
      }
    }
    throw Invalid.value("previous_item_id", "the item '" + before + "' does not exist.");
  }

  private void tell(String type, @Nullable String before, ObjectNode shape) {
    ObjectNode members = Outlet.members().put("previous_item_id", before);
    members.set("item", shape.deepCopy());
    outlet.event(type, members);
  }
}
