package dev.carillon.sandbox.carrier;

import dev.carillon.sandbox.carrier.twiml.Interpreter;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The TwiML that a call follows: one document at a time, and what the person does while it runs.
final class CallDocument {
  private final Supplier<CallLine> lines;
  private @Nullable CallLine line;
  private @Nullable Interpreter interpreter;

  /// @param lines makes what a document acts on, anew for each
  CallDocument(Supplier<CallLine> lines) {
    this.lines = lines;
  }

  /// Leaves the document under way for the one that `form` holds or says where to get.
  void run(Form form) {
    leave();
    CallLine running = lines.get();
    line = running;
    Interpreter fresh = new Interpreter(running);
    interpreter = fresh;
    Optional<String> twiml = form.text("Twiml");
    if (twiml.isPresent()) {
      fresh.runText(twiml.get());
    } else {
      fresh.runUrl(
          form.text("Url", ""), form.text("Method", "POST"), form.text("FallbackUrl").orElse(null));
    }
  }

  /// Stops where it is.
  void leave() {
    if (interpreter != null) {
      interpreter.cancel();
    }
    if (line != null) {
      line.leave();
    }
  }

  void pressed(String digits) {
    if (line != null) {
      line.pressed(digits);
    }
  }

  void said(byte[] sound) {
    if (line != null) {
      line.said(sound);
    }
  }
}
