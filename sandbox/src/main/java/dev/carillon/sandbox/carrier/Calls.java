package dev.carillon.sandbox.carrier;

import dev.carillon.sandbox.people.People;
import dev.carillon.sandbox.people.People.Part;
import dev.carillon.sandbox.people.Script;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All calls of the account. Lives on the world's thread.
public final class Calls {
  private static final int KEPT = 20_000;

  private final Map<String, Call> calls = new LinkedHashMap<>();
  private final Exchange exchange;
  private final People people;
  private final CallQueue queue;

  /// `callsPerSecond` is the pace at which queued calls go out.
  public Calls(Exchange exchange, People people, double callsPerSecond) {
    this.exchange = exchange;
    this.people = people;
    this.queue = new CallQueue(exchange.clock(), callsPerSecond);
  }

  /// What a call to that number would come to now.
  public Script next(String phoneNumber) {
    return people.next(phoneNumber);
  }

  /// Counts an attempt that the carrier refuses.
  public void refuse(String phoneNumber) {
    people.call(phoneNumber);
  }

  /// Puts a call into the queue.
  public Call place(Form form) {
    Call call = add("outbound-api", form, people.call(form.text("To", "")));
    queue.enter(call::begin);
    return call;
  }

  /// Somebody phones the customer, who is asked at `form`'s `Url`.
  public Call receive(Form form, Optional<Script> script) {
    String from = form.text("From", "");
    Part part = script.isPresent() ? people.call(from, script.get()) : people.call(from);
    Call call = add("inbound", form, part);
    call.beginInbound();
    return call;
  }

  private Call add(String direction, Form form, Part part) {
    Call call = new Call(exchange, exchange.sids().next("CA"), direction, form, part);
    calls.put(call.sid(), call);
    if (calls.size() > KEPT) {
      calls.values().stream().filter(Call::isOver).findFirst().ifPresent(this::forget);
    }
    return call;
  }

  private void forget(Call call) {
    calls.remove(call.sid());
  }

  public Optional<Call> find(String sid) {
    return Optional.ofNullable(calls.get(sid));
  }

  /// All calls, newest first.
  public List<Call> all() {
    return new ArrayList<>(calls.values()).reversed();
  }

  /// Ends a call on the customer's wish: answered ones are completed, others never happen.
  public void end(Call call) {
    boolean answered = call.answered().isPresent();
    call.finish(answered ? CallStatus.COMPLETED : CallStatus.CANCELED, "platform");
  }

  /// Changes a live call as an update asks.
  public void update(Call call, Form update) {
    if (update.text("Url").isPresent() || update.text("Twiml").isPresent()) {
      call.redirect(update);
    }
    update.text("TimeLimit").ifPresent(seconds -> call.limitTime(Integer.parseInt(seconds)));
    for (String name : List.of("StatusCallback", "StatusCallbackMethod")) {
      update
          .text(name)
          .ifPresent(value -> call.replaceForm(call.form().with(name, List.of(value))));
    }
  }

  /// Begins to record a live call, as ordered by REST.
  public String record(Call call, Form order) {
    return call.recordings().begin("StartCallRecordingAPI", order).sid();
  }

  /// Pauses, resumes or stops a recording under way.
  ///
  /// @return its id; empty when there is none of that name
  public Optional<String> changeRecording(Call call, String name, String status, boolean skip) {
    return call.recordings()
        .underWay(name)
        .map(recording -> {
          call.recordings().change(recording, status, skip);
          return recording.sid();
        });
  }

  /// Ends everything, as when the carrier closes.
  public void close() {
    all()
        .forEach(call ->
            call.finish(
                call.answered().isPresent() ? CallStatus.COMPLETED : CallStatus.CANCELED,
                "carrier"));
  }
}
