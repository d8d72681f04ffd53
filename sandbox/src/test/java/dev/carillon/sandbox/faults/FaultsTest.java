package dev.carillon.sandbox.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.sandbox.faults.Faults.Place;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FaultsTest {
  private final Faults faults = new Faults();

  @Test
  void theSameCircumstancesAlwaysMeetTheSameFault() {
    faults.set(Place.CREATE, List.of(fault("garbage", 0.5, 7)));
    List<Boolean> first = struck();

    assertThat(struck()).isEqualTo(first);
    assertThat(first).contains(true, false);
  }

  @Test
  void anotherSeedStrikesOthers() {
    faults.set(Place.CREATE, List.of(fault("garbage", 0.5, 7)));
    List<Boolean> first = struck();
    faults.set(Place.CREATE, List.of(fault("garbage", 0.5, 8)));

    assertThat(struck()).isNotEqualTo(first);
  }

  @Test
  void theRateIsHowOftenItStrikes() {
    faults.set(Place.CREATE, List.of(fault("garbage", 0.2, 1)));

    long struck = struck().stream().filter(strikes -> strikes).count();

    assertThat(struck).isBetween(150L, 250L);
  }

  @Test
  void aFaultMayBeLimitedToSomeCallbacks() {
    faults.set(Place.CALLBACK, List.of(new Fault("drop", 1, 1, List.of("amd"), 500, 0)));

    assertThat(faults.strikeCallback("amd", "a", 0)).isPresent();
    assertThat(faults.strikeCallback("status", "a", 0)).isEmpty();
  }

  @Test
  void aKindThatDoesNotExistThereIsRefused() {
    assertThatThrownBy(() -> faults.set(Place.MEDIA, List.of(fault("garbage", 1, 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("garbage");
  }

  private List<Boolean> struck() {
    return IntStream.range(0, 1000)
        .mapToObj(i -> faults.strikeCreate("+1415555" + i, 1).isPresent())
        .toList();
  }

  private static Fault fault(String kind, double rate, long seed) {
    return new Fault(kind, rate, seed, List.of(), 500, 0);
  }
}
