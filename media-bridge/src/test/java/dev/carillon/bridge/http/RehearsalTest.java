package dev.carillon.bridge.http;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class RehearsalTest {

  @Test
  void aRehearsalGoesThroughWithoutAnybody() {
    assertThatCode(Rehearsal::run).doesNotThrowAnyException();
  }
}
