package dev.carillon.sandbox.people;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody who listens to who is calling, perhaps chats, says what they want, answers questions
/// about it, thanks and hangs up after the goodbye. Whoever is not answered repeats themselves and
/// gives up at the third time.
final class Talker implements Person {
  private static final Duration BEFORE_HELLO = Duration.ofSeconds(3);
  private static final Duration BEFORE_REPEATING = Duration.ofSeconds(6);
  private static final Duration AFTER_GOODBYE = Duration.ofSeconds(1);
  private static final Duration AFTER_THANKS = Duration.ofSeconds(4);
  private static final Duration ON_HOLD = Duration.ofSeconds(4);
  private static final int TRIES = 3;
  private static final int MOST_TURNS = 30;

  private final Deque<String> chat;
  private final String wish;
  private final Deque<String> details;
  private @Nullable Phone phone;
  private String last = Lines.HELLO;
  private boolean wishSaid;
  private boolean thanked;
  private int hellos;
  private int turns;
  private int unanswered;
  private int misunderstood;

  /// Says `chat` line by line before the `wish`, and `details` when asked more about it.
  Talker(List<String> chat, String wish, List<String> details) {
    this.chat = new ArrayDeque<>(chat);
    this.wish = wish;
    this.details = new ArrayDeque<>(details);
  }

  /// Somebody without small talk.
  static Talker wanting(String wish, String... details) {
    return new Talker(List.of(), wish, List.of(details));
  }

  @Override
  public void answered(Phone inHand) {
    phone = inHand;
  }

  @Override
  public void lineOpened() {
    phone().whenQuiet(BEFORE_HELLO, this::sayHello);
  }

  @Override
  public void heard(Turn turn) {
    unanswered = 0;
    turns++;
    Meaning meaning = Meaning.of(turn.text());
    int thinkingMillis = 150 + phone().chance().nextInt(250);
    phone()
        .after(
            Duration.ofMillis(thinkingMillis),
            () -> {
              if (!phone().hearsVoice()) {
                reply(meaning);
              }
            });
  }

  private void sayHello() {
    hellos++;
    if (hellos > TRIES) {
      phone().hangUp();
      return;
    }
    phone().say(Lines.HELLO, () -> phone().whenQuiet(BEFORE_HELLO, this::sayHello));
  }

  private void reply(Meaning meaning) {
    if (turns > MOST_TURNS) {
      phone().hangUp();
      return;
    }
    switch (meaning) {
      case GOODBYE -> {
        if (wishSaid) {
          phone().whenQuiet(AFTER_GOODBYE, phone()::hangUp);
        } else {
          goOn();
        }
      }
      case HAND_OVER -> phone().whenQuiet(ON_HOLD, phone()::hangUp);
      case SAY_AGAIN, STILL_THERE -> say(last);
      case DONE -> {
        if (wishSaid) {
          thank();
        } else {
          goOn();
        }
      }
      case WAIT -> {
        // the answer is still to come
      }
      case OTHER -> goOn();
    }
  }

  private void goOn() {
    if (!chat.isEmpty()) {
      say(chat.removeFirst());
    } else if (!wishSaid) {
      wishSaid = true;
      say(wish);
    } else if (!details.isEmpty()) {
      say(details.removeFirst());
    } else if (++misunderstood < TRIES && !thanked) {
      say(wish);
    } else {
      thank();
    }
  }

  private void thank() {
    if (thanked) {
      phone().whenQuiet(AFTER_GOODBYE, phone()::hangUp);
      return;
    }
    thanked = true;
    last = Lines.THANKS;
    phone().say(Lines.THANKS, () -> phone().whenQuiet(AFTER_THANKS, phone()::hangUp));
  }

  private void say(String text) {
    last = text;
    phone().say(text, () -> phone().whenQuiet(BEFORE_REPEATING, this::repeatUnanswered));
  }

  private void repeatUnanswered() {
    unanswered++;
    if (unanswered >= TRIES) {
      phone().hangUp();
    } else {
      say(last);
    }
  }

  private Phone phone() {
    if (phone == null) {
      throw new IllegalStateException("nobody has answered yet");
    }
    return phone;
  }
}
