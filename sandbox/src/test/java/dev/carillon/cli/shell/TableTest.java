package dev.carillon.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class TableTest {

  @Test
  void setsColumnsAsWideAsTheirWidestCellAndNumbersToTheRight() {
    var table =
        new Table("person", "outcome", "attempts")
            .row("Ada", "GOAL_ACHIEVED", 1)
            .row("Benedict", null, 12);

    assertThat(table.lines())
        .containsExactly(
            "person    outcome        attempts",
            "Ada       GOAL_ACHIEVED         1",
            "Benedict                       12");
  }

  @Test
  void showsItsHeadsWhenItIsEmpty() {
    assertThat(new Table("a", "b").lines()).containsExactly("a  b");
  }

  @Test
  void refusesARowThatDoesNotFit() {
    assertThatThrownBy(() -> new Table("a", "b").row("only one"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
