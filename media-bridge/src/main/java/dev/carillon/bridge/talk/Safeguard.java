package dev.carillon.bridge.talk;

import dev.carillon.bridge.desk.DeskCalls;
import dev.carillon.bridge.engine.Prompt;
import dev.carillon.bridge.playout.CallClock;
import dev.carillon.call.CallBrief;
import dev.carillon.call.ToolUse;
import dev.carillon.conversation.SpokenAlarms;
import java.time.Duration;
import java.util.Map;

/// What is done about some words whatever the model makes of them: who never wants to be called
/// again is taken at their word, who is in danger is told whom to call. Each once a call. The
/// tool's id names the call's wish, so another bridge that takes the call over does nothing twice.
final class Safeguard {
  private static final Duration AGAIN = Duration.ofSeconds(1);
  private static final int TRIES = 5;
  private static final ToolUse OPT_OUT = new ToolUse("spoken-opt-out", "opt_out", "{}");
  private static final ToolUse ESCALATE =
      new ToolUse(
          "spoken-emergency",
          "escalate",
          "{\"reason\":\"spoke of an emergency and was told to dial 911\"}");
  private final CallBrief brief;
  private final DeskCalls desk;
  private final CallClock clock;
  private final Speaking speaking;
  private final Voicemail voicemail;
  private boolean optedOut;
  private boolean warned;

  Safeguard(
      CallBrief brief, DeskCalls desk, CallClock clock, Speaking speaking, Voicemail voicemail) {
    this.brief = brief;
    this.desk = desk;
    this.clock = clock;
    this.speaking = speaking;
    this.voicemail = voicemail;
  }

  /// The person's words; those of a machine are not theirs.
  void words(String text) {
    if (voicemail.machine()) {
      return;
    }
    switch (SpokenAlarms.heardIn(text)) {
      case OPT_OUT -> optOut();
      case EMERGENCY -> warn();
      case NONE -> {}
    }
  }

  private void optOut() {
    if (!optedOut) {
      optedOut = true;
      speaking.journal().event("opt_out_heard", Map.of());
      use(OPT_OUT, TRIES);
    }
  }

  private void warn() {
    if (warned) {
      return;
    }
    warned = true;
    speaking.journal().event("emergency_heard", Map.of());
    use(ESCALATE, TRIES);
    speaking.silence();
    speaking
        .responses()
        .demand(Prompt.exactly("Say exactly this at once, and nothing else: ", hangUpAndDial()));
  }

  private String hangUpAndDial() {
    int dash = brief.language().indexOf('-');
    return switch (dash < 0 ? brief.language() : brief.language().substring(0, dash)) {
      case "es" -> "Esto parece una emergencia. Por favor, cuelgue ahora y marque el 911.";
      case "fr" -> "Cela semble être une urgence. Raccrochez maintenant et appelez le 911.";
      case "de" -> "Das klingt nach einem Notfall. Bitte legen Sie jetzt auf und wählen Sie 911.";
      default -> "This sounds like an emergency. Please hang up now and dial 911.";
    };
  }

  private void use(ToolUse tool, int tries) {
    desk.ask(
        at -> at.use(brief.callId(), tool),
        _ -> {},
        kind -> {
          if (tries > 1) {
            clock.after(AGAIN, () -> use(tool, tries - 1));
          } else {
            speaking.journal().event("not_acted_on", Map.of("tool", tool.name()));
          }
        });
  }
}
