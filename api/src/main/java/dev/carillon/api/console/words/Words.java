package dev.carillon.api.console.words;

import dev.carillon.call.CallPurpose;
import dev.carillon.call.CallState;
import dev.carillon.call.Disposition;
import dev.carillon.call.Outcome;
import dev.carillon.campaign.CampaignState;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The product's fixed words in plain English.
public final class Words {
  private static final Pattern ZONE =
      Pattern.compile("\\b[A-Z][a-z]+/(?:[A-Z][a-z]+/)?([A-Z]\\w+)");

  private Words() {}

  public static Chip outcome(Outcome outcome) {
    return switch (outcome) {
      case GOAL_ACHIEVED -> new Chip("Goal reached", Tone.GOOD);
      case TALKED -> new Chip("Talked", Tone.CALM);
      case MESSAGE_LEFT -> new Chip("Message left", Tone.CALM);
      case RESCHEDULE_REQUESTED -> new Chip("Wants another time", Tone.WARM);
      case CALLBACK_REQUESTED -> new Chip("Wants a call back", Tone.WARM);
      case ESCALATED -> new Chip("Needs a person", Tone.WARM);
      case DECLINED -> new Chip("Said no", Tone.BAD);
      case OPTED_OUT -> new Chip("Don’t call again", Tone.BAD);
      case WRONG_NUMBER -> new Chip("Wrong number", Tone.BAD);
      case FAILED -> new Chip("Failed", Tone.BAD);
      case NOT_REACHED -> new Chip("Not reached", Tone.PLAIN);
      case NOT_CALLABLE -> new Chip("May not be called", Tone.PLAIN);
      case CANCELLED -> new Chip("Cancelled", Tone.PLAIN);
    };
  }

  public static Chip disposition(Disposition disposition) {
    return switch (disposition) {
      case ANSWERED -> new Chip("Answered", Tone.GOOD);
      case VOICEMAIL -> new Chip("Voicemail", Tone.CALM);
      case NO_ANSWER -> new Chip("No answer", Tone.PLAIN);
      case BUSY -> new Chip("Busy", Tone.WARM);
      case FAILED -> new Chip("Failed", Tone.BAD);
      case REJECTED -> new Chip("Number refused", Tone.BAD);
      case CANCELLED -> new Chip("Cancelled", Tone.PLAIN);
      case DENIED -> new Chip("Not allowed", Tone.BAD);
      case UNKNOWN -> new Chip("Unclear", Tone.WARM);
    };
  }

  public static Chip callState(CallState state) {
    return switch (state) {
      case SCHEDULED -> new Chip("Scheduled", Tone.PLAIN);
      case RESERVED, SUBMITTING -> new Chip("Dialling", Tone.LIVE);
      case UNKNOWN -> new Chip("Checking with the carrier", Tone.WARM);
      case QUEUED -> new Chip("In the carrier's queue", Tone.LIVE);
      case RINGING -> new Chip("Ringing", Tone.LIVE);
      case IN_PROGRESS -> new Chip("On the phone", Tone.LIVE);
      case ENDED -> new Chip("Ended", Tone.PLAIN);
    };
  }

  public static Chip campaignState(CampaignState state) {
    return switch (state) {
      case DRAFT -> new Chip("Draft", Tone.PLAIN);
      case RUNNING -> new Chip("Running", Tone.LIVE);
      case PAUSED -> new Chip("Paused", Tone.WARM);
      case COMPLETED -> new Chip("Finished", Tone.GOOD);
      case CANCELLED -> new Chip("Cancelled", Tone.PLAIN);
    };
  }

  public static String purpose(CallPurpose purpose) {
    return switch (purpose) {
      case QUALIFY_LEAD -> "Qualify leads";
      case CONFIRM_APPOINTMENT -> "Confirm appointments";
      case FOLLOW_UP -> "Follow up";
      case CONSUMER_CALLBACK -> "Call back";
      case REMINDER -> "Remind";
      case DISPATCHER -> "Take requests";
      case BOOKING -> "Book appointments";
      case PROSPECT_INTAKE -> "Welcome prospects";
    };
  }

  /// What a call may be for, in words, by the name that REST takes.
  public static Map<String, String> purposes() {
    var purposes = new LinkedHashMap<String, String>();
    for (var purpose : CallPurpose.ofCalls()) {
      purposes.put(purpose.wireName(), purpose(purpose));
    }
    return purposes;
  }

  /// As [#purpose], for a name from the database that may be of a newer version.
  public static String purpose(String wireName) {
    return CallPurpose.named(wireName).map(Words::purpose).orElseGet(() -> sentence(wireName));
  }

  /// `OUTSIDE_WINDOW` as `Outside window`.
  public static String sentence(String name) {
    return capital(name.replace('_', ' ').toLowerCase(Locale.ROOT).strip());
  }

  /// With cities instead of the names of their time zones: `07:40 in Los Angeles`.
  public static String places(String detail) {
    return ZONE.matcher(detail).replaceAll(zone -> zone.group(1).replace('_', ' '));
  }

  /// With a capital at its beginning.
  public static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /// `1 call`, `2 calls`.
  public static String count(long number, String one, String many) {
    return String.format(Locale.US, "%,d %s", number, number == 1 ? one : many);
  }
}
