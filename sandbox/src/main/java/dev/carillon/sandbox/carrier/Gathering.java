package dev.carillon.sandbox.carrier;

import dev.carillon.sandbox.carrier.handset.Language;
import dev.carillon.sandbox.carrier.twiml.Verb;
import java.util.Map;
import java.util.function.Consumer;

/// Keys and words taken for one Gather, until enough have come or time is up.
final class Gathering {
  private final StringBuilder keys = new StringBuilder();
  private final Verb.Input input;
  private final Exchange exchange;
  private final Call call;
  private final Consumer<Map<String, String>> then;
  private int version;
  private boolean over;

  Gathering(Verb.Input input, Exchange exchange, Call call, Consumer<Map<String, String>> then) {
    this.input = input;
    this.exchange = exchange;
    this.call = call;
    this.then = then;
  }

  void promptsOver() {
    wait(++version);
  }

  void pressed(String digits) {
    if (!input.keys() || over) {
      return;
    }
    for (int i = 0; i < digits.length(); i++) {
      char digit = digits.charAt(i);
      if (input.finishOnKey().indexOf(digit) >= 0) {
        finishKeys();
        return;
      }
      keys.append(digit);
      if (keys.length() >= input.digits()) {
        finishKeys();
        return;
      }
    }
    wait(++version);
  }

  /// What is recognised comes from the sound, as it would at the carrier.
  void said(byte[] sound) {
    if (!input.speech() || over) {
      return;
    }
    version++;
    exchange
        .handsets()
        .workers()
        .execute(() -> {
          String text = exchange.handsets().language().understand(Language.Side.PERSON, sound);
          exchange.clock().execute(() -> understood(text));
        });
  }

  private void understood(String text) {
    if (text.isEmpty()) {
      wait(++version);
    } else {
      finish(Map.of("SpeechResult", text, "Confidence", "0.9"));
    }
  }

  private void wait(int waited) {
    call.after(
        input.timeout(),
        () -> {
          if (waited == version) {
            finishKeys();
          }
        });
  }

  private void finishKeys() {
    finish(keys.isEmpty() ? Map.of() : Map.of("Digits", keys.toString()));
  }

  private void finish(Map<String, String> result) {
    if (!over) {
      over = true;
      then.accept(result);
    }
  }
}
