package dev.carillon.bridge.listen;

import dev.carillon.bridge.playout.PhoneLine;
import io.netty.buffer.ByteBuf;

/// A line whose listeners hear what is played on it.
final class TappedLine implements PhoneLine {
  private final PhoneLine line;
  private final Tap tap;

  TappedLine(PhoneLine line, Tap tap) {
    this.line = line;
    this.tap = tap;
  }

  @Override
  public boolean writable() {
    return line.writable();
  }

  @Override
  public void play(ByteBuf base64, int from, int length) {
    line.play(base64, from, length);
    tap.agent(base64, from, length);
  }

  @Override
  public void mark(int generation, long position) {
    line.mark(generation, position);
  }

  @Override
  public void clear() {
    line.clear();
    tap.cleared();
  }

  @Override
  public void flush() {
    line.flush();
  }

  @Override
  public boolean open() {
    return line.open();
  }

  @Override
  public void close(int code) {
    tap.end();
    line.close(code);
  }
}
