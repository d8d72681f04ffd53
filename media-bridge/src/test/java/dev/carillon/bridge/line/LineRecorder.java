package dev.carillon.bridge.line;

import dev.carillon.bridge.playout.LineEvents;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Writes down what a line reports.
final class LineRecorder implements LineEvents {
  final List<String> events = new ArrayList<>();

  @Override
  public void started(String streamId, String providerCallId) {
    events.add("started " + streamId + " " + providerCallId);
  }

  @Override
  public void media(ByteBuf frame, int from, int length) {
    events.add("media " + frame.toString(from, length, StandardCharsets.UTF_8));
  }

  @Override
  public void mediaRead() {}

  @Override
  public void marked(String name) {
    events.add("marked " + name);
  }

  @Override
  public void pressed(char key) {
    events.add("pressed " + key);
  }

  @Override
  public void stopped() {
    events.add("stopped");
  }

  @Override
  public void lost() {
    events.add("lost");
  }

  @Override
  public void broken(int closeCode) {
    events.add("broken " + closeCode);
  }
}
