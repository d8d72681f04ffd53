package dev.carillon.bridge.listen;

import dev.carillon.bridge.playout.LineEvents;
import io.netty.buffer.ByteBuf;

/// A line's events, whose listeners hear what the person says.
final class TappedEvents implements LineEvents {
  private final LineEvents events;
  private final Tap tap;

  TappedEvents(LineEvents events, Tap tap) {
    this.events = events;
    this.tap = tap;
  }

  @Override
  public void started(String streamId, String providerCallId) {
    events.started(streamId, providerCallId);
  }

  @Override
  public void media(ByteBuf frame, int from, int length) {
    events.media(frame, from, length);
    tap.person(frame, from, length);
  }

  @Override
  public void mediaRead() {
    events.mediaRead();
  }

  @Override
  public void marked(String name) {
    events.marked(name);
  }

  @Override
  public void pressed(char key) {
    events.pressed(key);
  }

  @Override
  public void stopped() {
    tap.end();
    events.stopped();
  }

  @Override
  public void lost() {
    tap.end();
    events.lost();
  }

  @Override
  public void broken(int closeCode) {
    events.broken(closeCode);
  }
}
