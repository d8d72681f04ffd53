package dev.carillon.call;

import static dev.carillon.call.CallFixtures.over;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallLineTest {

  @Test
  void lateNewsChangesNothing() {
    var line = new CallLine();
    line.heard(over(Disposition.BUSY, false));
    line.heard(over(Disposition.ANSWERED, true));
    line.heard(new CarrierReport.NeverPlaced());

    assertThat(line.over().map(CarrierReport.Over::disposition))
        .isEqualTo(Optional.of(Disposition.BUSY));
    assertThat(line.neverPlaced()).isFalse();
    assertThat(line.answered()).isFalse();
  }
}
