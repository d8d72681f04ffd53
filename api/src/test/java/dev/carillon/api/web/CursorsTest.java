package dev.carillon.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CursorsTest {
  private static final Position PLACE =
      new Position(
          Instant.parse("2026-06-02T17:00:00.123456Z"),
          UUID.fromString("01890000-0000-7000-8000-000000000000"));

  private final Cursors cursors = new Cursors("a key".getBytes(StandardCharsets.UTF_8));

  @Test
  void aCursorLeadsBackToItsPlace() {
    assertThat(cursors.read("/contacts", cursors.write("/contacts", PLACE))).contains(PLACE);
  }

  @Test
  void aCursorOfAnotherListOrAnotherKeyMeansNothing() {
    var other = new Cursors("another key".getBytes(StandardCharsets.UTF_8));

    assertThat(cursors.read("/calls", cursors.write("/contacts", PLACE))).isEmpty();
    assertThat(cursors.read("/contacts", other.write("/contacts", PLACE))).isEmpty();
  }

  @Test
  void everyChangedCharacterIsNoticed() {
    var cursor = cursors.write("/contacts", PLACE);
    // The last character holds spare bits, which base64 ignores.
    for (int i = 0; i < cursor.length() - 1; i++) {
      char changed = cursor.charAt(i) == 'A' ? 'B' : 'A';
      var tampered = cursor.substring(0, i) + changed + cursor.substring(i + 1);

      assertThat(cursors.read("/contacts", tampered)).isEmpty();
    }
    assertThat(cursors.read("/contacts", "tampered")).isEmpty();
    assertThat(cursors.read("/contacts", "A".repeat(5_000))).isEmpty();
  }

  @Test
  void aPageHasANextOneOnlyWhenThereIsMore() {
    var page = new PageRequest(cursors, "/contacts", 2, null);
    var full = page.page(List.of(PLACE, PLACE, PLACE), Function.identity(), Position::id);
    var last = page.page(List.of(PLACE, PLACE), Function.identity(), Position::id);

    assertThat(page.rows()).isEqualTo(3);
    assertThat(full.items()).hasSize(2);
    assertThat(full.next()).isNotNull();
    assertThat(last.items()).hasSize(2);
    assertThat(last.next()).isNull();
  }
}
