package dev.carillon.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.call.Disposition;
import dev.carillon.campaign.RedialPolicy.Decision.CallAgain;
import dev.carillon.campaign.RedialPolicy.Decision.Stop;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedialPolicyTest {

  @Test
  void aBusyLineIsTriedAgainAfterFifteenMinutes() {
    assertThat(RedialPolicy.DEFAULT.after(Disposition.BUSY, 0, 1, 3))
        .isEqualTo(new CallAgain(Duration.ofMinutes(15)));
  }

  @Test
  void theSecondNoAnswerWaitsADay() {
    assertThat(RedialPolicy.DEFAULT.after(Disposition.NO_ANSWER, 1, 2, 3))
        .isEqualTo(new CallAgain(Duration.ofHours(24)));
  }

  @Test
  void attemptsEndBeforeWaitsDo() {
    assertThat(RedialPolicy.DEFAULT.after(Disposition.NO_ANSWER, 0, 3, 3))
        .isEqualTo(new Stop("ATTEMPTS_EXHAUSTED"));
  }

  @Test
  void afterAMessageNobodyIsCalledAgain() {
    assertThat(RedialPolicy.DEFAULT.after(Disposition.VOICEMAIL, 0, 1, 3))
        .isEqualTo(new Stop("NOT_REDIALLED"));
  }

  @Test
  void whatTheCampaignsOwnPolicyDoesNotNameIsNotRedialled() {
    var policy = new RedialPolicy(Map.of(Disposition.BUSY, List.of(Duration.ofSeconds(2))));

    assertThat(policy.after(Disposition.UNKNOWN, 0, 1, 3)).isEqualTo(new Stop("NOT_REDIALLED"));
    assertThat(policy.after(Disposition.BUSY, 1, 2, 3)).isEqualTo(new Stop("REDIALS_EXHAUSTED"));
  }

  @Test
  void aNumberTheCarrierRefusesIsNeverRedialled() {
    assertThat(RedialPolicy.DEFAULT.after(Disposition.REJECTED, 0, 1, 3))
        .isEqualTo(new Stop("NOT_REDIALLED"));
  }
}
