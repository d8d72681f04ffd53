package dev.carillon.bridge.cascade;

import dev.carillon.bridge.faculty.Mind;
import dev.carillon.call.ToolUse;
import java.util.ArrayList;
import java.util.List;

/// Writes down what a mind reports.
public final class RecordedThought implements Mind.Events {
  public final List<String> told = new ArrayList<>();

  @Override
  public void text(String more) {
    told.add("text " + more);
  }

  @Override
  public void tool(ToolUse use) {
    told.add("tool " + use.toolCallId() + " " + use.name() + " " + use.argumentsJson());
  }

  @Override
  public void thought() {
    told.add("thought");
  }

  @Override
  public void mindLost(String code) {
    told.add("lost " + code);
  }
}
