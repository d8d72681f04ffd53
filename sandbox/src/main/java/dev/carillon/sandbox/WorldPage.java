package dev.carillon.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The page that shows what goes on in the world.
final class WorldPage {
  private WorldPage() {}

  static String html() {
    try (InputStream page = WorldPage.class.getResourceAsStream("world.html")) {
      if (page == null) {
        throw new IllegalStateException("world.html is missing");
      }
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("world.html cannot be read", e);
    }
  }
}
