package dev.carillon.sandbox.carrier.handset;

import dev.carillon.sandbox.clock.SerialLane;
import dev.carillon.sandbox.clock.WorldClock;
import dev.carillon.sandbox.ledger.Ledger;
import dev.carillon.sandbox.people.People.Part;
import dev.carillon.sandbox.people.Person;
import dev.carillon.sandbox.people.Phone;
import dev.carillon.sandbox.people.Turn;
import dev.carillon.sandbox.speech.Ear;
import dev.carillon.sandbox.speech.MuLaw;
import dev.carillon.sandbox.speech.Sound;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A person's mouth and ear on one call. The line moves it frame by frame; speaking and
/// understanding happen on other threads and come back to the world's.
public final class Handset implements Phone {
  private static final Logger LOG = LoggerFactory.getLogger(Handset.class);
  private static final int FRAME_MS = 20;
  private static final int TURN_PAUSE_MS = 700;
  private static final int PAUSE_MS = 250;
  private static final int BEEP_HERTZ = 1_000;
  private static final int BEEP_LOUDNESS = 9_000;

  private final String sid;
  private final Part part;
  private final Person person;
  private final Equipment equipment;
  private final Line line;
  private final Executor understanding;
  private final RandomGenerator chance;
  private final Ear ear = new Ear(TURN_PAUSE_MS);
  private @Nullable Utterance mouth;
  private @Nullable Runnable whenQuiet;
  private long patienceFrames;
  private long quietFrames;
  private long frames;
  private long lastSpoke;
  private int speaking;
  private int pending;
  private boolean open;
  private boolean over;

  public Handset(String sid, Part part, Person person, Equipment equipment, Line line) {
    this.sid = sid;
    this.part = part;
    this.person = person;
    this.equipment = equipment;
    this.line = line;
    this.understanding = new SerialLane(equipment.workers);
    this.chance = part.chance("phone");
  }

  /// The call is answered: the person takes the phone.
  public void answered() {
    person.answered(this);
  }

  /// The other side can be heard from now on. Only the first time counts.
  public void lineOpened() {
    if (!over && !open) {
      open = true;
      person.lineOpened();
    }
  }

  /// One frame of time: takes what the line plays and fills in what the person says.
  public void frame(byte[] heard, byte[] spoken) {
    frames++;
    speak(spoken);
    listen(heard);
    watchQuiet();
  }

  /// How long the person has not spoken.
  public Duration silentFor() {
    return Duration.ofMillis((frames - lastSpoke) * FRAME_MS);
  }

  /// The call is over; what was being said and heard is cut here.
  public void hungUp() {
    if (over) {
      return;
    }
    finishUtterance(false);
    for (Sound sound : ear.cut()) {
      notice(sound, true);
    }
    over = true;
  }

  private void speak(byte[] spoken) {
    Utterance current = mouth;
    if (current == null) {
      Arrays.fill(spoken, MuLaw.SILENCE);
      return;
    }
    int length = Math.min(spoken.length, current.sound.length - current.at);
    System.arraycopy(current.sound, current.at, spoken, 0, length);
    Arrays.fill(spoken, length, spoken.length, MuLaw.SILENCE);
    current.at += length;
    lastSpoke = frames;
    if (current.at >= current.sound.length) {
      finishUtterance(true);
      current.then.run();
    }
  }

  private void finishUtterance(boolean complete) {
    Utterance said = mouth;
    mouth = null;
    if (said == null) {
      return;
    }
    long millis = said.at / 8;
    equipment.ledger.write(
        said.beep ? "beep" : "said",
        "sid",
        sid,
        "text",
        said.text,
        "start",
        equipment.clock.now().minusMillis(millis).toString(),
        "ms",
        millis,
        "complete",
        complete);
    if (said.beep && complete) {
      line.beeped();
    } else if (!said.beep) {
      line.said(said.text, Arrays.copyOf(said.sound, said.at));
    }
  }

  private void listen(byte[] heard) {
    for (Sound sound : ear.hear(heard)) {
      notice(sound, false);
    }
  }

  private void notice(Sound sound, boolean cut) {
    switch (sound) {
      case Sound.Began _ -> person.voiceBegan();
      case Sound.Ended ended -> understand(ended, cut);
      case Sound.Beep _ -> {
        // people make nothing of it
      }
    }
  }

  private void understand(Sound.Ended ended, boolean cut) {
    pending++;
    understanding.execute(() -> {
      String text = recognised(ended.audio());
      equipment.clock.execute(() -> understood(ended, text, cut));
    });
  }

  /// Whoever cannot be understood has still spoken: the conversation goes on.
  private String recognised(byte[] audio) {
    try {
      return equipment.language.understand(Language.Side.PLATFORM, audio);
    } catch (IllegalStateException e) {
      LOG.atWarn().addKeyValue("call", sid).setCause(e).log("speech was not recognised");
      return "";
    }
  }

  private void understood(Sound.Ended ended, String text, boolean cut) {
    pending--;
    Duration began = Duration.ofMillis(ended.beganMs());
    equipment.ledger.write(
        "heard",
        "sid",
        sid,
        "text",
        text,
        "start",
        equipment.clock.now().minus(elapsed().minus(began)).toString(),
        "ms",
        ended.endedMs() - ended.beganMs(),
        "cut",
        cut);
    if (!over) {
      person.heard(new Turn(text, began, Duration.ofMillis(ended.endedMs())));
    }
  }

  private void watchQuiet() {
    boolean quiet = mouth == null && pending == 0 && !ear.speaking();
    quietFrames = quiet ? quietFrames + 1 : 0;
    Runnable action = whenQuiet;
    if (action != null && quietFrames >= patienceFrames) {
      whenQuiet = null;
      action.run();
    }
  }

  @Override
  public void say(String text, Runnable then) {
    int mine = ++speaking;
    whenQuiet = null;
    pending++;
    equipment.workers.execute(() -> {
      byte[] sound = spoken(text);
      equipment.clock.execute(() -> {
        pending--;
        if (mine == speaking) {
          utter(new Utterance(text, sound, false, then));
        }
      });
    });
  }

  private byte[] spoken(String text) {
    try {
      return equipment.language.speak(part.voice(), text);
    } catch (IllegalStateException e) {
      LOG.atWarn().addKeyValue("call", sid).setCause(e).log("a line was not spoken");
      return new byte[0];
    }
  }

  @Override
  public void beep(Duration length, Runnable then) {
    speaking++;
    byte[] sound = beep(length);
    utter(new Utterance("", sound, true, then));
  }

  private static byte[] beep(Duration length) {
    byte[] sound = new byte[(int) length.toMillis() * 8];
    for (int i = 0; i < sound.length; i++) {
      double turn = 2 * Math.PI * BEEP_HERTZ * i / MuLaw.RATE;
      sound[i] = MuLaw.encode((short) (BEEP_LOUDNESS * Math.sin(turn)));
    }
    return sound;
  }

  private void utter(Utterance utterance) {
    if (over) {
      return;
    }
    finishUtterance(false);
    mouth = utterance;
  }

  @Override
  public void press(String digits) {
    if (!over) {
      equipment.ledger.write("pressed", "sid", sid, "digits", digits);
      line.pressed(digits);
    }
  }

  @Override
  public void after(Duration delay, Runnable action) {
    equipment.clock.after(
        delay,
        () -> {
          if (!over) {
            action.run();
          }
        });
  }

  @Override
  public void whenQuiet(Duration patience, Runnable action) {
    whenQuiet = action;
    quietFrames = 0;
    patienceFrames = patience.toMillis() / FRAME_MS;
  }

  @Override
  public boolean hearsVoice() {
    return ear.speaking() && ear.quietMs() < PAUSE_MS;
  }

  @Override
  public Duration elapsed() {
    return Duration.ofMillis(frames * FRAME_MS);
  }

  @Override
  public RandomGenerator chance() {
    return chance;
  }

  @Override
  public void hangUp() {
    if (!over) {
      line.hangUp();
    }
  }

  /// What all handsets share.
  public record Equipment(WorldClock clock, Language language, Executor workers, Ledger ledger) {}

  /// What the person does to the call.
  public interface Line {
    void hangUp();

    void pressed(String digits);

    /// Something was said, perhaps not to its end; `sound` is what could be heard.
    void said(String text, byte[] sound);

    /// A machine's beep is over.
    void beeped();
  }

  private static final class Utterance {
    private final String text;
    private final byte[] sound;
    private final boolean beep;
    private final Runnable then;
    private int at;

    Utterance(String text, byte[] sound, boolean beep, Runnable then) {
      this.text = text;
      this.sound = sound;
      this.beep = beep;
      this.then = then;
    }
  }
}
