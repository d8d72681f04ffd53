package dev.carillon.activities.postgres.tools;

import java.util.List;

/// Tools of one kind.
record Toolbox(List<Tool> tools) {

  Toolbox {
    tools = List.copyOf(tools);
  }

  static Toolbox of(Tool... tools) {
    return new Toolbox(List.of(tools));
  }
}
