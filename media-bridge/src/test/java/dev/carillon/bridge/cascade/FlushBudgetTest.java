package dev.carillon.bridge.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FlushBudgetTest {
  private long nanos;
  private final FlushBudget budget = new FlushBudget(() -> nanos);

  @Test
  void aVoiceIsNotHurriedMoreOftenThanItsProviderTakes() {
    for (int i = 0; i < 12; i++) {
      assertThat(budget.mayHurry()).isTrue();
      budget.used();
    }
    assertThat(budget.mayHurry()).isFalse();

    nanos = TimeUnit.SECONDS.toNanos(61);

    assertThat(budget.mayHurry()).isTrue();
  }
}
