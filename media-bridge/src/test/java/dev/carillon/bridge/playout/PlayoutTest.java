package dev.carillon.bridge.playout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlayoutTest {
  private final ManualClock clock = new ManualClock();
  private final FakeLine line = new FakeLine(clock, Duration.ofMillis(30));
  private final List<String> heard = new ArrayList<>();
  private final Playout playout =
      new Playout(
          line,
          clock,
          new Playout.Listener() {
            @Override
            public void begins(SpokenItem item) {
              heard.add("begins " + item.id());
            }

            @Override
            public void heard(SpokenItem item) {
              heard.add("heard " + item.id());
            }

            @Override
            public void playedOut() {
              heard.add("playedOut");
            }
          });
  private final SpokenItem item = new SpokenItem("i1", "r1");

  PlayoutTest() {
    line.onMark(playout::mark);
  }

  @Test
  void speechThatFillsTheCushionGoesOutAtOnce() {
    offer(item, 120);

    assertThat(line.sent).containsExactly("media 480", "media 480");
    assertThat(heard).containsExactly("begins i1");
  }

  @Test
  void aShortFirstPieceWaitsForTheNextOne() {
    offer(item, 60);
    assertThat(line.sent).isEmpty();

    clock.advanceMillis(20);
    offer(item, 60);

    assertThat(line.sent).containsExactly("media 480", "media 480");
  }

  @Test
  void aShortFirstPieceDoesNotWaitLong() {
    offer(item, 30);

    clock.advanceMillis(40);

    assertThat(line.sent).containsExactly("media 240");
  }

  @Test
  void aWholeShortItemDoesNotWait() {
    offer(item, 30);
    playout.finish(item);

    assertThat(line.sent).startsWith("media 240");
  }

  @Test
  void whatWaitsForTheCushionIsDroppedByAClear() {
    offer(item, 30);

    var cut = playout.clear();
    clock.advanceMillis(100);

    assertThat(cut.items()).containsExactly(item);
    assertThat(line.sent).isEmpty();
  }

  @Test
  void noMoreThanTheLeadIsEverAheadOfThePlayback() {
    offer(item, 10_000);
    playout.finish(item);

    for (int i = 0; i < 500; i++) {
      assertThat(line.bufferedMs()).isLessThanOrEqualTo(630);
      clock.advanceMillis(20);
    }
    assertThat(line.takenMs()).isEqualTo(10_000);
  }

  @Test
  void theLineNeverRunsDryWhileThereIsSpeech() {
    offer(item, 10_000);
    playout.finish(item);

    for (int i = 0; i < 450; i++) {
      clock.advanceMillis(20);
      assertThat(line.bufferedMs()).isPositive();
    }
  }

  @Test
  void anItemIsHeardWhenItsLastSoundWasPlayed() {
    offer(item, 500);
    playout.finish(item);

    clock.advanceMillis(520);
    assertThat(heard).containsExactly("begins i1");

    clock.advanceMillis(80);
    assertThat(heard).containsExactly("begins i1", "heard i1", "playedOut");
    assertThat(playout.quiet()).isTrue();
  }

  @Test
  void anItemThatIsSaidToBeWholeOnlyAfterItWasPlayedIsHeardThen() {
    offer(item, 200);
    clock.advanceMillis(600);
    assertThat(playout.quiet()).isFalse();

    playout.finish(item);

    assertThat(heard).contains("heard i1");
    assertThat(playout.quiet()).isTrue();
  }

  @Test
  void aMarkThatNeverComesBackHoldsNothingUpForEver() {
    line.losesMarks = true;
    offer(item, 500);
    playout.finish(item);

    clock.advanceMillis(2_600);

    assertThat(heard).contains("heard i1", "playedOut");
  }

  @Test
  void aClearSaysWhatWasReallyPlayed() {
    offer(item, 3_000);
    clock.advanceMillis(1_000);

    var cut = playout.clear();

    assertThat(item.playedMs(cut.position())).isCloseTo(970, within(30));
    assertThat(line.clears()).isOne();
    assertThat(playout.quiet()).isTrue();
  }

  @Test
  void marksThatAClearBringsBackProveNothing() {
    offer(item, 3_000);
    playout.finish(item);
    clock.advanceMillis(300);

    var cut = playout.clear();
    clock.advanceMillis(3_000);

    assertThat(heard).containsExactly("begins i1");
    assertThat(playout.position()).isEqualTo(cut.position());
  }

  @Test
  void nothingIsClearedWhenEverythingWasPlayed() {
    offer(item, 100);
    playout.finish(item);
    clock.advanceMillis(1_000);

    playout.clear();

    assertThat(line.clears()).isZero();
  }

  @Test
  void speechAfterAClearIsCountedFromThere() {
    offer(item, 3_000);
    clock.advanceMillis(500);
    playout.clear();
    var next = new SpokenItem("i2", "r2");

    clock.advanceMillis(1_000);
    offer(next, 400);
    clock.advanceMillis(250);

    assertThat(next.playedMs(playout.clear().position())).isCloseTo(220, within(40));
  }

  @Test
  void anEngineThatIsLateLeavesAGapAndNoMistakeInThePosition() {
    offer(item, 200);
    clock.advanceMillis(1_000);
    offer(item, 400);
    clock.advanceMillis(130);

    assertThat(item.playedMs(playout.clear().position())).isCloseTo(300, within(40));
  }

  @Test
  void aCarrierWhoseClockIsAheadOfOursHasTheLastWordOnWhatWasPlayed() {
    offer(item, 500);
    playout.finish(item);
    clock.advanceMillis(480);

    playout.mark("g0:4000");

    assertThat(heard).containsExactly("begins i1", "heard i1", "playedOut");
    assertThat(playout.quiet()).isTrue();
  }

  @Test
  void foreignMarksAreIgnored() {
    offer(item, 500);

    playout.mark("");
    playout.mark("hello");
    playout.mark("g0:x");
    playout.mark("g7:10");
    playout.mark("g0:999999999");

    assertThat(playout.position()).isZero();
  }

  @Test
  void speechWaitsWhileTheLineTakesNoMore() {
    line.full = true;
    offer(item, 300);
    assertThat(line.sent).isEmpty();
    assertThat(playout.waitingBytes()).isEqualTo(2_400);

    line.full = false;
    clock.advanceMillis(60);

    assertThat(line.takenMs()).isEqualTo(300);
    assertThat(playout.waitingBytes()).isZero();
  }

  @Test
  void manyPiecesWaitInTheirOrder() {
    var second = new SpokenItem("i2", "r2");
    for (int i = 0; i < 30; i++) {
      offer(item, 100);
    }
    playout.finish(item);
    offer(second, 200);
    playout.finish(second);

    clock.advanceMillis(4_000);

    assertThat(line.takenMs()).isEqualTo(3_200);
    assertThat(heard)
        .containsSubsequence("begins i1", "heard i1", "heard i2")
        .endsWith("playedOut");
  }

  @Test
  void everyFrameIsGivenBack() {
    var frames = new ArrayList<ByteBuf>();
    for (int i = 0; i < 20; i++) {
      frames.add(frame(100));
    }
    frames.forEach(f -> playout.offer(item, f, 0, f.readableBytes()));
    clock.advanceMillis(500);
    playout.clear();

    assertThat(frames).allMatch(frame -> frame.refCnt() == 1);
  }

  private void offer(SpokenItem of, int ms) {
    var frame = frame(ms);
    playout.offer(of, frame, 0, frame.readableBytes());
    frame.release();
  }

  private static ByteBuf frame(int ms) {
    return Unpooled.copiedBuffer(
        Base64.getEncoder().encodeToString(new byte[ms * 8]), StandardCharsets.UTF_8);
  }
}
