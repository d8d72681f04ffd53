package dev.carillon.activities.twilio;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.call.Recording;
import dev.carillon.account.CarrierDirectory;
import dev.carillon.call.CallStart;
import dev.carillon.call.ProviderCallIds;
import dev.carillon.phone.PhoneNumber;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Twilio's books of calls: one by its id, those between two numbers, and ending one.
final class TwilioCalls implements CarrierDirectory {
  private static final int NOT_FOUND = 404;
  private static final int INVALID_STATE = 21220;
  private static final int PAGE = 50;

  /// The carrier's name for the recording of a call that is under way.
  private static final String CURRENT = "Twilio.CURRENT";

  private final TwilioRestClient client;
  private final ProviderCallIds providerIds;

  /// @param providerIds the carrier's id of a call, from our books
  TwilioCalls(TwilioRestClient client, ProviderCallIds providerIds) {
    this.client = client;
    this.providerIds = providerIds;
  }

  @Override
  public Optional<CarrierCall> find(String providerCallId) {
    try {
      return Optional.of(carrierCall(Call.fetcher(providerCallId).fetch(client)));
    } catch (ApiException e) {
      if (Failures.status(e) == NOT_FOUND) {
        return Optional.empty();
      }
      throw Failures.of(e);
    }
  }

  @Override
  public List<CarrierCall> search(PhoneNumber to, PhoneNumber from, Instant since) {
    try {
      var found =
          Call.reader()
              .setTo(new com.twilio.type.PhoneNumber(to.e164()))
              .setFrom(new com.twilio.type.PhoneNumber(from.e164()))
              .setStartTimeAfter(since.atZone(ZoneOffset.UTC))
              .pageSize(PAGE)
              .limit(PAGE)
              .read(client);
      return StreamSupport.stream(found.spliterator(), false)
          .map(TwilioCalls::carrierCall)
          .toList();
    } catch (TwilioException e) {
      throw Failures.of(e);
    }
  }

  /// Ends the call if the carrier has it; `completed` ends a talk and a ring alike.
  ///
  /// @return false when the carrier does not have it (any more)
  boolean end(CallStart call) {
    var sid = providerIds.of(call);
    if (sid.isEmpty()) {
      return false;
    }
    try {
      Call.updater(sid.get()).setStatus(Call.UpdateStatus.COMPLETED).update(client);
      return true;
    } catch (ApiException e) {
      if (Failures.status(e) == NOT_FOUND || Failures.code(e) == INVALID_STATE) {
        return false;
      }
      throw Failures.of(e);
    }
  }

  /// Pauses or resumes the recording under way. Paused it holds silence, so that what is heard
  /// later stays where it was said.
  ///
  /// @return false when none is under way
  boolean pauseRecording(CallStart call, boolean paused) {
    var sid = providerIds.of(call);
    if (sid.isEmpty()) {
      return false;
    }
    var status = paused ? Recording.Status.PAUSED : Recording.Status.IN_PROGRESS;
    var update = Recording.updater(sid.get(), CURRENT, status);
    if (paused) {
      update.setPauseBehavior("silence");
    }
    try {
      update.update(client);
      return true;
    } catch (ApiException e) {
      if (Failures.status(e) == NOT_FOUND || Failures.code(e) == INVALID_STATE) {
        return false;
      }
      throw Failures.of(e);
    }
  }

  private static CarrierCall carrierCall(Call call) {
    return new CarrierCall(
        call.getSid(),
        call.getStatus().toString(),
        instant(call.getDateCreated()),
        instant(call.getStartTime()),
        instant(call.getEndTime()),
        call.getDuration() == null ? null : Integer.valueOf(call.getDuration()),
        call.getAnsweredBy());
  }

  private static @Nullable Instant instant(@Nullable ZonedDateTime moment) {
    return moment == null ? null : moment.toInstant();
  }
}
