package dev.carillon.sandbox.carrier.rest;

import dev.carillon.sandbox.carrier.Account;
import dev.carillon.sandbox.carrier.Calls;
import dev.carillon.sandbox.carrier.Exchange;
import dev.carillon.sandbox.carrier.Form;
import dev.carillon.sandbox.carrier.Messages;
import dev.carillon.sandbox.carrier.NumberSetup;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The routes of the carrier's REST interface.
public final class CarrierApi {
  private static final String BASE = "/" + Account.VERSION + "/Accounts/{account}";

  private final NumberSetup number;
  private final Door door;
  private final Rules rules;
  private final Resources resources;
  private final CallsApi calls;
  private final CallCreation creation;
  private final RecordingsApi recordings;
  private final MessagesApi messages;

  public CarrierApi(Exchange exchange, Calls calls, Messages messages, NumberSetup number) {
    this.number = number;
    this.door = new Door(exchange.account(), exchange.ledger());
    this.rules = new Rules(exchange.ledger(), exchange.account().phoneNumber());
    this.resources = new Resources(exchange.account(), exchange.publicUrl());
    this.calls = new CallsApi(calls, door, rules, resources, exchange.ledger(), exchange.clock());
    this.creation =
        new CallCreation(
            calls, door, rules, resources, exchange.faults(), exchange.ledger(), exchange.clock());
    this.recordings = new RecordingsApi(exchange.recordings(), door, resources);
    this.messages =
        new MessagesApi(messages, door, rules, resources, exchange.ledger(), exchange.clock());
  }

  /// Adds the routes.
  public void addTo(RoutesConfig routes) {
    routes.get(
        "/" + Account.VERSION + "/Accounts/{account}.json",
        door.guarded(context -> door.answer(context, 200, resources.account())));
    routes.post(BASE + "/Calls.json", door.guarded(creation::create));
    routes.get(BASE + "/Calls.json", door.guarded(calls::list));
    routes.get(BASE + "/Calls/{sid}.json", door.guarded(calls::fetch));
    routes.post(BASE + "/Calls/{sid}.json", door.guarded(calls::update));
    routes.delete(BASE + "/Calls/{sid}.json", door.guarded(calls::delete));
    routes.post(
        BASE + "/Calls/{sid}/Recordings.json",
        door.guarded(context -> {
          calls.record(context);
          recordings.created(context);
        }));
    routes.post(
        BASE + "/Calls/{sid}/Recordings/{recording}.json",
        door.guarded(context -> {
          calls.changeRecording(context);
          recordings.changed(context);
        }));
    routes.get(BASE + "/Calls/{sid}/Recordings.json", door.guarded(recordings::list));
    routes.get(BASE + "/Recordings.json", door.guarded(recordings::list));
    routes.get(BASE + "/Recordings/{file}", door.guarded(recordings::fetch));
    routes.delete(BASE + "/Recordings/{file}", door.guarded(recordings::delete));
    routes.post(BASE + "/Messages.json", door.guarded(messages::send));
    routes.get(BASE + "/Messages.json", door.guarded(messages::list));
    routes.get(BASE + "/Messages/{sid}.json", door.guarded(messages::fetch));
    routes.get(BASE + "/IncomingPhoneNumbers.json", door.guarded(this::numbers));
    routes.post(BASE + "/IncomingPhoneNumbers/{sid}.json", door.guarded(this::setUpNumber));
    for (String path : List.of("/" + Account.VERSION + "/<rest>", "/" + Account.VERSION)) {
      routes.get(path, door.guarded(this::nowhere));
      routes.post(path, door.guarded(this::nowhere));
      routes.put(path, door.guarded(this::nowhere));
      routes.delete(path, door.guarded(this::nowhere));
    }
  }

  private void numbers(Context context) {
    List<Map<String, @Nullable Object>> shown = List.of(shownNumber());
    door.answer(
        context,
        200,
        new Page(context.path(), Door.query(context)).of("incoming_phone_numbers", shown));
  }

  private void setUpNumber(Context context) {
    Form form =
        door.form(
            context, Set.of("VoiceUrl", "VoiceMethod", "SmsUrl", "SmsMethod", "StatusCallback"));
    form.text("VoiceUrl").ifPresent(number::askForCallsAt);
    form.text("SmsUrl").ifPresent(number::askForTextsAt);
    door.answer(context, 200, shownNumber());
  }

  private Map<String, @Nullable Object> shownNumber() {
    return resources.phoneNumber(number.voiceUrl(), number.smsUrl());
  }

  private void nowhere(Context context) {
    rules.note("20404 no such resource: " + context.method() + " " + context.path());
    throw Refusal.notFound(context.path());
  }
}
