package dev.carillon.sandbox.carrier.rest;

import dev.carillon.sandbox.carrier.Call;
import dev.carillon.sandbox.carrier.Calls;
import dev.carillon.sandbox.carrier.Form;
import dev.carillon.sandbox.clock.WorldClock;
import dev.carillon.sandbox.faults.Fault;
import dev.carillon.sandbox.faults.Faults;
import dev.carillon.sandbox.ledger.Ledger;
import dev.carillon.sandbox.people.Script;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Creates calls, and fails at it where a fault says so: before anything was placed, or after.
final class CallCreation {
  private final AtomicLong requests = new AtomicLong();
  private final Map<String, Integer> posts = new ConcurrentHashMap<>();
  private final Calls calls;
  private final Door door;
  private final Rules rules;
  private final Resources resources;
  private final Faults faults;
  private final Ledger ledger;
  private final WorldClock clock;

  CallCreation(
      Calls calls,
      Door door,
      Rules rules,
      Resources resources,
      Faults faults,
      Ledger ledger,
      WorldClock clock) {
    this.calls = calls;
    this.door = door;
    this.rules = rules;
    this.resources = resources;
    this.faults = faults;
    this.ledger = ledger;
    this.clock = clock;
  }

  void create(Context context) throws InterruptedException {
    Form form = door.form(context, Rules.CREATE_CALL);
    String request = "r" + requests.incrementAndGet();
    String to = form.text("To", "");
    ledger.write(
        "create",
        "request",
        request,
        "to",
        to,
        "from",
        form.text("From", ""),
        "params",
        form.fields());
    Form checked;
    try {
      checked = rules.checkCreate(form);
      refuseUnreachable(to);
    } catch (Refusal refusal) {
      reply(request, "", refusal.status(), null, refusal.code());
      throw refusal;
    }
    int post = posts.merge(to, 1, Integer::sum);
    @Nullable Fault fault = faults.strikeCreate(to, post).orElse(null);
    if (fault == null) {
      Call call = place(checked);
      reply(request, "", 201, call, 0);
      show(context, call);
    } else {
      createBroken(context, request, checked, fault);
    }
  }

  private void refuseUnreachable(String to) {
    if (clock.ask(() -> calls.next(to)) == Script.REJECTED) {
      clock.execute(() -> calls.refuse(to));
      throw Refusal.invalid(21211, "The 'To' number " + to + " is not a valid phone number.");
    }
  }

  private void createBroken(Context context, String request, Form form, Fault fault)
      throws InterruptedException {
    switch (fault.kind()) {
      case "rate_limit" -> {
        reply(request, fault.kind(), 429, null, 20429);
        throw new Refusal(429, 20429, "Too Many Requests");
      }
      case "error_not_placed" -> {
        reply(request, fault.kind(), fault.status(), null, 20500);
        throw new Refusal(fault.status(), 20500, "Internal Server Error");
      }
      case "reset_before" -> {
        reply(request, fault.kind(), 0, null, 0);
        Connections.reset(context);
      }
      default -> placeAndBreak(context, request, place(form), fault);
    }
  }

  private void placeAndBreak(Context context, String request, Call call, Fault fault)
      throws InterruptedException {
    switch (fault.kind()) {
      case "error_after_placing" -> {
        reply(request, fault.kind(), fault.status(), call, 20500);
        throw new Refusal(fault.status(), 20500, "Internal Server Error");
      }
      case "reset_after_placing" -> {
        reply(request, fault.kind(), 0, call, 0);
        Connections.reset(context);
      }
      case "garbage" -> {
        reply(request, fault.kind(), 201, call, 0);
        context.status(201).html("<html><body>Bad gateway");
      }
      default -> {
        CountDownLatch waited = new CountDownLatch(1);
        clock.after(Duration.ofMillis(fault.ms()), waited::countDown);
        boolean over = waited.await(fault.ms() + 1_000L, TimeUnit.MILLISECONDS);
        reply(request, over ? fault.kind() : "delay (late)", 201, call, 0);
        show(context, call);
      }
    }
  }

  private Call place(Form form) {
    return clock.ask(() -> calls.place(form));
  }

  private void show(Context context, Call call) {
    door.answer(context, 201, clock.ask(() -> resources.call(call)));
  }

  private void reply(String request, String fault, int status, @Nullable Call call, int code) {
    ledger.write(
        "create_reply",
        "request",
        request,
        "fault",
        fault.isEmpty() ? null : fault,
        "status",
        status,
        "sid",
        call == null ? null : call.sid(),
        "code",
        code == 0 ? null : code);
  }
}
