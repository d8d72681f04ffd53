package dev.carillon.cli.demo;

import dev.carillon.platform.TemporaryHome;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/// A home for one demo, deleted with everything in it unless something went wrong.
final class DemoHome {
  private final TemporaryHome home = TemporaryHome.make("carillon-demo-");
  private final AtomicBoolean kept = new AtomicBoolean();

  Path folder() {
    return home.folder();
  }

  void keep() {
    kept.set(true);
  }

  void delete() {
    if (!kept.get()) {
      home.close();
    }
  }
}
