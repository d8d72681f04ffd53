package dev.carillon.activities.twilio;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.HttpMethod;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.CallCreator;
import com.twilio.type.PhoneNumber;
import dev.carillon.call.Acknowledged;
import dev.carillon.call.CallStart;
import dev.carillon.call.CallState;
import dev.carillon.call.DialFence;
import dev.carillon.call.Placement;
import dev.carillon.call.Telephony;
import dev.carillon.compliance.Receipt;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Places calls through Twilio's REST, one request per call, and says in our words what the answer
/// excludes.
final class TwilioTelephony implements Telephony {
  private static final Logger LOG = LoggerFactory.getLogger(TwilioTelephony.class);

  /// Longest wait for a slot of the pace inside the activity; beyond it the workflow waits.
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final TwilioRestClient client;
  private final TwilioCalls calls;
  private final DialFence fence;
  private final CallbackAddresses addresses;
  private final InstantSource clock;
  private final Pause pause;

  /// Waits on the calling thread.
  interface Pause {
    void sleep(Duration duration) throws InterruptedException;
  }

  TwilioTelephony(
      TwilioRestClient client,
      TwilioCalls calls,
      DialFence fence,
      CallbackAddresses addresses,
      InstantSource clock,
      Pause pause) {
    this.client = client;
    this.calls = calls;
    this.fence = fence;
    this.addresses = addresses;
    this.clock = clock;
    this.pause = pause;
  }

  @Override
  public Placement place(CallStart call) {
    var waited = Duration.ZERO;
    while (true) {
      switch (fence.enter(call)) {
        case DialFence.Answer.Won won -> {
          return send(call, won.order(), won.deadline());
        }
        case DialFence.Answer.Lost lost -> {
          return lost.state() == CallState.ENDED ? new Placement.Closed() : new Placement.Unknown();
        }
        case DialFence.Answer.Denied denied -> {
          return denied(denied);
        }
        case DialFence.Answer.NotYet notYet -> {
          var left = Duration.between(clock.instant(), notYet.at());
          waited = waited.plus(left);
          if (waited.compareTo(LONGEST_PAUSE) > 0 || !slept(left)) {
            return new Placement.Paced(left);
          }
        }
      }
    }
  }

  private boolean slept(Duration left) {
    try {
      pause.sleep(left.isNegative() ? Duration.ZERO : left);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Placement send(CallStart call, DialFence.DialOrder order, Instant deadline) {
    if (!clock.instant().isBefore(deadline)) {
      // The process was frozen between fence and request: what was decided then may no longer hold.
      fence.notSent(call);
      return new Placement.NotSent("DEADLINE", Duration.ofSeconds(1));
    }
    Placement placement;
    try {
      placement = new Placement.Placed(request(order).create(client).getSid());
    } catch (ApiException e) {
      placement = refused(e);
    } catch (TwilioException e) {
      placement = unreachable(e);
    }
    note(call, placement);
    return placement;
  }

  private CallCreator request(DialFence.DialOrder order) {
    var callId = order.callId();
    var creator =
        Call.creator(
                new PhoneNumber(order.to().e164()),
                new PhoneNumber(order.from().e164()),
                URI.create(addresses.voice(callId)))
            .setMethod(HttpMethod.POST)
            .setStatusCallback(addresses.status(callId))
            .setStatusCallbackMethod(HttpMethod.POST)
            .setStatusCallbackEvent(List.of("initiated", "ringing", "answered", "completed"))
            .setTimeout((int) order.ringTimeout().toSeconds())
            .setTimeLimit((int) order.timeLimit().toSeconds());
    if (order.extension() == null) {
      creator
          .setMachineDetection("DetectMessageEnd")
          .setAsyncAmd("true")
          .setAsyncAmdStatusCallback(addresses.machineDetection(callId))
          .setAsyncAmdStatusCallbackMethod(HttpMethod.POST);
    } else {
      // Digits switch machine detection off at the carrier.
      creator.setSendDigits("ww" + order.extension());
    }
    if (order.record()) {
      creator
          .setRecord(true)
          .setRecordingChannels("dual")
          .setRecordingStatusCallback(addresses.recording(callId))
          .setRecordingStatusCallbackMethod(HttpMethod.POST);
    }
    return creator;
  }

  /// Only a connection that never came about excludes that the request was read.
  private static Placement unreachable(TwilioException failure) {
    return Failures.neverSent(failure)
        ? new Placement.NotSent("CARRIER_UNREACHABLE", Duration.ofSeconds(3))
        : new Placement.Unknown();
  }

  private static Placement refused(ApiException failure) {
    var status = Failures.status(failure);
    if (status == 0) {
      return unreachable(failure);
    }
    return switch (status) {
      case 429 -> new Placement.NotSent("CARRIER_BUSY", Duration.ofSeconds(1));
      case 401, 403 -> new Placement.NotSent("CARRIER_CREDENTIALS", Duration.ofSeconds(30));
      case 408, 425 -> new Placement.Unknown();
      default ->
          status >= 400 && status < 500
              ? new Placement.Rejected(String.valueOf(Failures.code(failure)))
              : new Placement.Unknown();
    };
  }

  private void note(CallStart call, Placement placement) {
    switch (placement) {
      case Placement.Placed placed -> fence.placed(call, placed.providerCallId());
      case Placement.NotSent _ -> fence.notSent(call);
      case Placement.Rejected rejected -> fence.rejected(call, rejected.code());
      case Placement.Unknown _ -> fence.unclear(call);
      case Placement.Denied _, Placement.Closed _, Placement.Paced _ -> {
        // Not answers of the carrier.
      }
    }
    LOG.atInfo()
        .addKeyValue("callId", call.callId())
        .addKeyValue("placement", placement.getClass().getSimpleName())
        .log("asked the carrier");
  }

  private static Placement denied(DialFence.Answer.Denied denied) {
    var reasons =
        denied.receipt().reasons().stream()
            .filter(reason -> reason.verdict() == Receipt.Verdict.DENIED)
            .map(reason -> String.valueOf(reason.code()))
            .distinct()
            .collect(Collectors.joining(","));
    return new Placement.Denied(reasons, denied.receipt().notBefore(), denied.byThePerson());
  }

  @Override
  public Acknowledged hangUp(CallStart call) {
    return new Acknowledged(calls.end(call));
  }

  @Override
  public Acknowledged pauseRecording(RecordingPause pause) {
    return new Acknowledged(calls.pauseRecording(pause.call(), pause.paused()));
  }
}
