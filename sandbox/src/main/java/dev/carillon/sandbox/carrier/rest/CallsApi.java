package dev.carillon.sandbox.carrier.rest;

import dev.carillon.sandbox.carrier.Call;
import dev.carillon.sandbox.carrier.CallStatus;
import dev.carillon.sandbox.carrier.Calls;
import dev.carillon.sandbox.carrier.Form;
import dev.carillon.sandbox.clock.WorldClock;
import dev.carillon.sandbox.ledger.Ledger;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Calls by REST, once they exist.
final class CallsApi {
  private final Calls calls;
  private final Door door;
  private final Rules rules;
  private final Resources resources;
  private final Ledger ledger;
  private final WorldClock clock;

  CallsApi(
      Calls calls, Door door, Rules rules, Resources resources, Ledger ledger, WorldClock clock) {
    this.calls = calls;
    this.door = door;
    this.rules = rules;
    this.resources = resources;
    this.ledger = ledger;
    this.clock = clock;
  }

  void list(Context context) {
    Map<String, String> query = Door.query(context);
    CallFilter filter = new CallFilter(query, rules);
    List<Map<String, @Nullable Object>> shown =
        clock.ask(() -> calls.all().stream().filter(filter::matches).map(resources::call).toList());
    door.answer(context, 200, new Page(context.path(), query).of("calls", shown));
  }

  void fetch(Context context) {
    door.answer(context, 200, clock.ask(() -> resources.call(call(context))));
  }

  void update(Context context) {
    Form form = door.form(context, Rules.UPDATE_CALL);
    rules.checkUpdate(form);
    door.answer(context, 200, clock.ask(() -> updated(context, form)));
  }

  void delete(Context context) {
    clock.ask(() -> call(context));
    throw new Refusal(405, 20004, "The sandbox keeps its books: calls cannot be deleted");
  }

  private Map<String, @Nullable Object> updated(Context context, Form form) {
    Call call = call(context);
    ledger.write("update", "sid", call.sid(), "params", form.fields());
    if (call.isOver()) {
      throw Refusal.notFound(context.path());
    }
    boolean answered = call.answered().isPresent();
    boolean redirects = form.text("Url").isPresent() || form.text("Twiml").isPresent();
    String status = form.text("Status", "");
    if (answered ? status.equals("canceled") : redirects) {
      throw Refusal.invalid(21220, "Invalid call state: the call is " + call.status().wireName());
    }
    if (status.isEmpty()) {
      calls.update(call, form);
    } else {
      calls.end(call);
    }
    return resources.call(call);
  }

  /// Begins to record a live call.
  void record(Context context) {
    Form form = door.form(context, Rules.RECORD_CALL);
    rules.checkValues(form);
    String sid =
        clock.ask(() -> {
          Call call = call(context);
          if (call.status() != CallStatus.IN_PROGRESS) {
            throw Refusal.invalid(21220, "Requested resource is not eligible for recording");
          }
          return calls.record(call, form);
        });
    context.attribute("recording", sid);
  }

  /// Pauses, resumes or stops the recording of a live call.
  void changeRecording(Context context) {
    Form form = door.form(context, Rules.CHANGE_RECORDING);
    rules.checkValues(form);
    String status = form.text("Status", "");
    if (!Set.of("paused", "in-progress", "stopped").contains(status)) {
      throw Refusal.invalid(21218, "Invalid Status: paused, in-progress or stopped");
    }
    // The carrier's own default leaves the stretch out.
    String behavior = form.text("PauseBehavior", "skip");
    if (!Set.of("skip", "silence").contains(behavior)) {
      throw Refusal.invalid(21218, "Invalid PauseBehavior: skip or silence");
    }
    if (form.text("PauseBehavior").isPresent() && !status.equals("paused")) {
      rules.note("PauseBehavior belongs to Status=paused");
    }
    boolean skip = behavior.equals("skip");
    String sid =
        clock.ask(() -> {
          Call call = call(context);
          if (call.status() != CallStatus.IN_PROGRESS) {
            throw Refusal.invalid(21220, "Requested resource is not eligible for recording");
          }
          return calls
              .changeRecording(call, context.pathParam("recording"), status, skip)
              .orElseThrow(() -> Refusal.notFound(context.path()));
        });
    context.attribute("recording", sid);
  }

  private Call call(Context context) {
    return calls.find(context.pathParam("sid")).orElseThrow(() -> Refusal.notFound(context.path()));
  }
}
