package dev.carillon.api.console.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.call.CallState;
import dev.carillon.call.Disposition;
import dev.carillon.call.Outcome;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void noTwoOutcomesAndNoTwoDispositionsLookTheSame() {
    assertThat(Arrays.stream(Outcome.values()).map(o -> Words.outcome(o).text()))
        .doesNotHaveDuplicates();
    assertThat(Arrays.stream(Disposition.values()).map(d -> Words.disposition(d).text()))
        .doesNotHaveDuplicates();
  }

  @Test
  void whatHappensRightNowIsShownAlive() {
    assertThat(List.of(CallState.SUBMITTING, CallState.RINGING, CallState.IN_PROGRESS))
        .allSatisfy(state -> assertThat(Words.callState(state).tone()).isEqualTo(Tone.LIVE));
    assertThat(Words.callState(CallState.ENDED).tone()).isEqualTo(Tone.PLAIN);
  }

  @Test
  void zonesAreCalledByTheirCities() {
    assertThat(
            Words.places("Outside: 07:40 in America/Los_Angeles, 08:40 in America/Indiana/Knox."))
        .isEqualTo("Outside: 07:40 in Los Angeles, 08:40 in Knox.");
  }

  @Test
  void aPurposeOfANewerVersionIsStillReadable() {
    assertThat(Words.purpose("win_back")).isEqualTo("Win back");
    assertThat(Words.purpose("reminder")).isEqualTo("Remind");
  }

  @Test
  void numbersAreWrittenAsTheirOwnersWriteThem() {
    assertThat(PhoneText.of("+12128670101")).isEqualTo("(212) 867-0101");
    assertThat(PhoneText.of("+442079460000")).isEqualTo("+44 20 7946 0000");
    assertThat(PhoneText.of("nothing")).isEqualTo("nothing");
  }

  @Test
  void aToolsNoteSaysWhatWasDoneAndWhatWasNot() {
    assertThat(ToolNotes.of("confirm_appointment: done")).isEqualTo("Appointment confirmed");
    assertThat(ToolNotes.of("book_appointment: not done (taken)"))
        .isEqualTo("Book appointment: not done (taken)");
    assertThat(ToolNotes.of("<b>odd</b>")).isEqualTo("<b>odd</b>");
  }

  @Test
  void aBarsPartsTakeTheirShares() {
    var bar =
        Bar.of(
            List.of(
                new Bar.Share("Goal reached", Tone.GOOD, 3),
                new Bar.Share("Failed", Tone.BAD, 0),
                new Bar.Share("Not reached", Tone.PLAIN, 1)),
            8);

    assertThat(bar.parts())
        .containsExactly(
            new Bar.Part("0.000%", "37.500%", Tone.GOOD),
            new Bar.Part("37.500%", "12.500%", Tone.PLAIN));
    assertThat(bar.label()).isEqualTo("3 goal reached, 1 not reached");
    assertThat(Bar.of(List.of(), 0).parts()).isEmpty();
  }
}
