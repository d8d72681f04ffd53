package dev.carillon.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TerminalTest {
  private final StringWriter written = new StringWriter();
  private final Terminal terminal = new Terminal(new PrintWriter(written), true);

  @Test
  void drawsOverWhatItDrewBefore() {
    terminal.redraw(List.of("a", "b"));
    terminal.redraw(List.of("c"));

    assertThat(written.toString()).isEqualTo("a\nb\n\033[1A\033[2K\033[1A\033[2Kc\n");
  }

  @Test
  void leavesADrawingAloneOnceSomethingWasSaid() {
    terminal.redraw(List.of("a"));
    terminal.say("news");
    terminal.redraw(List.of("b"));

    assertThat(written.toString()).isEqualTo("a\nnews\nb\n");
  }
}
