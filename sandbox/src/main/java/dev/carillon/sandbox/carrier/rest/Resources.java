package dev.carillon.sandbox.carrier.rest;

import dev.carillon.sandbox.carrier.Account;
import dev.carillon.sandbox.carrier.Call;
import dev.carillon.sandbox.carrier.Rfc2822;
import dev.carillon.sandbox.carrier.TextMessage;
import dev.carillon.sandbox.carrier.recording.Recordings;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Calls, texts and recordings as the carrier shows them.
final class Resources {
  private static final String NUMBER_SID = "PN" + "0".repeat(32);
  private static final List<String> PARTS =
      List.of(
          "recordings",
          "notifications",
          "events",
          "streams",
          "siprec",
          "payments",
          "transcriptions",
          "user_defined_messages",
          "user_defined_message_subscriptions");

  private final Account account;
  private final Supplier<String> publicUrl;

  Resources(Account account, Supplier<String> publicUrl) {
    this.account = account;
    this.publicUrl = publicUrl;
  }

  Map<String, @Nullable Object> account() {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    shown.put("sid", account.sid());
    shown.put("friendly_name", "Carillon sandbox");
    shown.put("status", "active");
    shown.put("type", "Full");
    shown.put("date_created", Rfc2822.of(Instant.EPOCH));
    shown.put("uri", account.path() + ".json");
    return shown;
  }

  Map<String, @Nullable Object> phoneNumber(String voiceUrl, String smsUrl) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    shown.put("sid", NUMBER_SID);
    shown.put("account_sid", account.sid());
    shown.put("phone_number", account.phoneNumber());
    shown.put("friendly_name", formatted(account.phoneNumber()));
    shown.put("voice_url", voiceUrl);
    shown.put("voice_method", "POST");
    shown.put("sms_url", smsUrl);
    shown.put("sms_method", "POST");
    shown.put("capabilities", Map.of("voice", true, "sms", true, "mms", true));
    shown.put("uri", account.path() + "/IncomingPhoneNumbers/" + NUMBER_SID + ".json");
    return shown;
  }

  Map<String, @Nullable Object> call(Call call) {
    String path = account.path() + "/Calls/" + call.sid();
    Instant updated = call.ended().or(call::answered).orElse(call.created());
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    shown.put("sid", call.sid());
    shown.put("account_sid", account.sid());
    shown.put("api_version", Account.VERSION);
    shown.put("status", call.status().wireName());
    shown.put("direction", call.direction());
    shown.put("to", call.to());
    shown.put("to_formatted", formatted(call.to()));
    shown.put("from", call.from());
    shown.put("from_formatted", formatted(call.from()));
    shown.put("answered_by", call.answeredBy().orElse(null));
    shown.put("caller_name", null);
    shown.put("forwarded_from", null);
    shown.put("group_sid", null);
    shown.put("parent_call_sid", null);
    shown.put("phone_number_sid", NUMBER_SID);
    shown.put("trunk_sid", null);
    shown.put("queue_time", Long.toString(call.queuedMs()));
    shown.put("date_created", Rfc2822.of(call.created()));
    shown.put("date_updated", Rfc2822.of(updated));
    shown.put("start_time", call.answered().or(call::ended).map(Rfc2822::of).orElse(null));
    shown.put("end_time", call.ended().map(Rfc2822::of).orElse(null));
    shown.put("duration", call.isOver() ? Integer.toString(call.durationSeconds()) : null);
    shown.put("price", call.isOver() ? price(call) : null);
    shown.put("price_unit", "USD");
    shown.put("annotation", null);
    shown.put("uri", path + ".json");
    shown.put("subresource_uris", parts(path));
    return shown;
  }

  Map<String, @Nullable Object> message(TextMessage message) {
    String path = account.path() + "/Messages/" + message.sid();
    boolean sent = !message.status().equals("queued");
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    shown.put("sid", message.sid());
    shown.put("account_sid", account.sid());
    shown.put("api_version", Account.VERSION);
    shown.put("status", message.status());
    shown.put("direction", message.direction());
    shown.put("num_segments", Integer.toString(message.segments()));
    shown.put("num_media", "0");
    shown.put("error_code", null);
    shown.put("error_message", null);
    shown.put("body", message.body());
    shown.put("from", message.from());
    shown.put("to", message.to());
    shown.put("messaging_service_sid", null);
    shown.put("price", null);
    shown.put("price_unit", "USD");
    shown.put("date_created", Rfc2822.of(message.created()));
    shown.put("date_updated", Rfc2822.of(message.updated()));
    shown.put("date_sent", sent ? Rfc2822.of(message.updated()) : null);
    shown.put("uri", path + ".json");
    shown.put("subresource_uris", Map.of("media", path + "/Media.json"));
    return shown;
  }

  Map<String, @Nullable Object> recording(Recordings.Entry recording) {
    String path = account.path() + "/Recordings/" + recording.sid();
    String began = Rfc2822.of(Instant.ofEpochSecond(recording.began()));
    boolean running = recording.status().equals("in-progress");
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    shown.put("sid", recording.sid());
    shown.put("account_sid", account.sid());
    shown.put("call_sid", recording.callSid());
    shown.put("conference_sid", null);
    shown.put("api_version", Account.VERSION);
    shown.put("channels", recording.channels());
    shown.put("duration", running ? null : Integer.toString(recording.seconds()));
    shown.put("status", running ? "processing" : recording.status());
    shown.put("source", recording.source());
    shown.put("start_time", began);
    shown.put("date_created", began);
    shown.put("price", "-0.00250");
    shown.put("price_unit", "USD");
    shown.put("error_code", null);
    shown.put("encryption_details", null);
    shown.put("media_url", publicUrl.get() + path);
    shown.put("uri", path + ".json");
    return shown;
  }

  private static Map<String, String> parts(String path) {
    Map<String, String> parts = new LinkedHashMap<>();
    for (String part : PARTS) {
      StringBuilder name = new StringBuilder();
      for (String word : part.split("_", -1)) {
        name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
      }
      parts.put(part, path + "/" + name + ".json");
    }
    return parts;
  }

  private static String price(Call call) {
    double perMinute = call.direction().equals("inbound") ? 0.0085 : 0.014;
    double price = perMinute * Math.ceilDiv(call.durationSeconds(), 60);
    return String.format(Locale.ROOT, "-%.5f", price);
  }

  private static String formatted(String number) {
    return number.replaceFirst("^\\+1(\\d{3})(\\d{3})(\\d{4})$", "($1) $2-$3");
  }
}
