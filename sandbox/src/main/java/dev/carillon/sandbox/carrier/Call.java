package dev.carillon.sandbox.carrier;

import dev.carillon.sandbox.carrier.handset.Handset;
import dev.carillon.sandbox.people.People.Part;
import dev.carillon.sandbox.people.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// One call from the queue to its end. Lives on the world's thread.
public final class Call implements Handset.Line {
  private static final int DEFAULT_RING_SECONDS = 60;
  private static final int DEFAULT_LIMIT_SECONDS = 4 * 3600;
  private static final Duration FAILS_AFTER = Duration.ofMillis(200);
  private static final Duration BUSY_AFTER = Duration.ofMillis(500);

  private final Exchange exchange;
  private final String sid;
  private final String direction;
  private final Part part;
  private final Instant created;
  private final CallReports reports;
  private final CallRecordings recordings;
  private final CallDocument document;
  private final @Nullable Handset handset;
  private final @Nullable CallAudio audio;
  private Form form;
  private CallStatus status = CallStatus.QUEUED;
  private @Nullable Instant answered;
  private @Nullable Instant ended;
  private @Nullable MachineDetection detection;
  private @Nullable String answeredBy;
  private long queuedMs;

  Call(Exchange exchange, String sid, String direction, Form form, Part part) {
    this.exchange = exchange;
    this.sid = sid;
    this.direction = direction;
    this.form = form;
    this.part = part;
    this.created = exchange.clock().now();
    this.reports = new CallReports(this, exchange);
    if (part.script().answers()) {
      handset = new Handset(sid, part, part.script().person(), exchange.handsets(), this);
      audio = new CallAudio(handset);
    } else {
      handset = null;
      audio = null;
    }
    recordings = new CallRecordings(sid, exchange, reports, audio);
    document = new CallDocument(() -> new CallLine(this, exchange, reports, handset, audio));
  }

  /// Its turn in the queue has come.
  void begin() {
    if (isOver()) {
      return;
    }
    queuedMs = Duration.between(created, exchange.clock().now()).toMillis();
    reports.status("initiated");
    after(Duration.ofMillis(50 + part.chance("setup").nextInt(70)), this::ring);
  }

  private void ring() {
    exchange
        .ledger()
        .write(
            "ring",
            "sid",
            sid,
            "to",
            to(),
            "from",
            from(),
            "script",
            part.script().wireName(),
            "attempt",
            part.attempt());
    Duration limit = Duration.ofSeconds(form.number("Timeout", DEFAULT_RING_SECONDS));
    if (part.script() == Script.FAILED) {
      after(FAILS_AFTER, () -> finish(CallStatus.FAILED, "carrier"));
      return;
    }
    status = CallStatus.RINGING;
    reports.status("ringing");
    if (part.script() == Script.NO_ANSWER || part.ring().compareTo(limit) > 0) {
      Duration rings = part.ring().compareTo(limit) < 0 ? part.ring() : limit;
      after(rings, () -> finish(CallStatus.NO_ANSWER, "carrier"));
    } else if (part.script() == Script.BUSY) {
      after(BUSY_AFTER, () -> finish(CallStatus.BUSY, "person"));
    } else {
      after(part.ring(), this::answer);
    }
  }

  /// Somebody phones the customer: it rings there until the first document says what to do.
  void beginInbound() {
    status = CallStatus.RINGING;
    exchange
        .ledger()
        .write(
            "ring",
            "sid",
            sid,
            "to",
            to(),
            "from",
            from(),
            "script",
            part.script().wireName(),
            "direction",
            direction);
    runDocument();
  }

  private void answer() {
    pickUp();
    if (form.text("MachineDetection").isEmpty()) {
      runDocument();
    } else if (form.flag("AsyncAmd")) {
      detect(reports::machine);
      runDocument();
    } else {
      detect((who, millis) -> runDocument());
    }
  }

  /// The line is open in both directions.
  void pickUp() {
    if (isOver() || answered != null || audio == null || handset == null) {
      return;
    }
    status = CallStatus.IN_PROGRESS;
    answered = exchange.clock().now();
    exchange.ledger().write("answer", "sid", sid, "to", to(), "from", from());
    exchange.frames().add(audio);
    handset.answered();
    reports.status("answered");
    limitTime(form.number("TimeLimit", DEFAULT_LIMIT_SECONDS));
    if (form.flag("Record")) {
      recordings.begin("OutboundAPI", form);
    }
  }

  private void detect(BiConsumer<String, Long> verdict) {
    detection =
        new MachineDetection(
            this,
            exchange,
            (who, millis) -> {
              answeredBy = who;
              exchange.ledger().write("amd", "sid", sid, "answeredBy", who, "ms", millis);
              verdict.accept(who, millis);
            });
    detection.begin();
  }

  private void runDocument() {
    document.run(form);
  }

  /// New TwiML takes over; a stream ends with the old one.
  void redirect(Form update) {
    document.run(update);
  }

  /// Ends the call this many seconds after its answer.
  void limitTime(int seconds) {
    Instant since = answered == null ? exchange.clock().now() : answered;
    Duration left = Duration.between(exchange.clock().now(), since.plusSeconds(seconds));
    after(left.isNegative() ? Duration.ZERO : left, () -> finish(CallStatus.COMPLETED, "limit"));
  }

  /// The one end of every call; `by` person, platform, carrier or limit. Harmless when it is over.
  void finish(CallStatus how, String by) {
    if (isOver()) {
      return;
    }
    ended = exchange.clock().now();
    status = how;
    document.leave();
    if (audio != null) {
      exchange.frames().remove(audio);
    }
    if (handset != null && answered != null) {
      handset.hungUp();
    }
    exchange
        .ledger()
        .write(
            "end",
            "sid",
            sid,
            "to",
            to(),
            "from",
            from(),
            "status",
            status.wireName(),
            "duration",
            durationSeconds(),
            "by",
            by);
    recordings.end();
    reports.status("completed");
    exchange.clock().after(Duration.ofMinutes(5), () -> exchange.notices().forget(sid));
  }

  /// Does something later, unless the call is over by then.
  void after(Duration delay, Runnable action) {
    exchange
        .clock()
        .after(
            delay,
            () -> {
              if (!isOver()) {
                action.run();
              }
            });
  }

  void replaceForm(Form replacement) {
    form = replacement;
  }

  @Override
  public void hangUp() {
    finish(CallStatus.COMPLETED, "person");
  }

  @Override
  public void pressed(String digits) {
    document.pressed(digits);
  }

  @Override
  public void said(String text, byte[] sound) {
    document.said(sound);
  }

  @Override
  public void beeped() {
    if (detection != null) {
      detection.beeped();
    }
  }

  /// Whether nothing follows any more.
  public boolean isOver() {
    return ended != null;
  }

  public String sid() {
    return sid;
  }

  public String direction() {
    return direction;
  }

  public String to() {
    return form.text("To", "");
  }

  public String from() {
    return form.text("From", "");
  }

  public CallStatus status() {
    return status;
  }

  public Part part() {
    return part;
  }

  public Instant created() {
    return created;
  }

  public Optional<Instant> answered() {
    return Optional.ofNullable(answered);
  }

  public Optional<Instant> ended() {
    return Optional.ofNullable(ended);
  }

  public Optional<String> answeredBy() {
    return Optional.ofNullable(answeredBy);
  }

  public long queuedMs() {
    return queuedMs;
  }

  Form form() {
    return form;
  }

  CallRecordings recordings() {
    return recordings;
  }

  /// Seconds of talk as billed, begun ones counted; 0 without an answer.
  public int durationSeconds() {
    if (answered == null) {
      return 0;
    }
    Instant until = ended == null ? exchange.clock().now() : ended;
    return (int) Math.ceilDiv(Duration.between(answered, until).toMillis(), 1000L);
  }
}
