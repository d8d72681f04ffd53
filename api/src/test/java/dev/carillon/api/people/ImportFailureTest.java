package dev.carillon.api.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

class ImportFailureTest {

  @Test
  void theCodeIsToldAndNotWhatItWasAbout() {
    var detail = new SQLException("Key (phone_number)=(+12128120001) already exists", "23505");

    var failure = ImportFailure.of(new DuplicateKeyException("of +12128120001", detail));

    assertThat(failure.type()).isEqualTo("org.springframework.dao.DuplicateKeyException");
    assertThat(failure.sqlState()).isEqualTo("23505");
    assertThat(failure.toString()).doesNotContain("12128120001");
  }

  @Test
  void aFailureOfOurOwnHasNoCode() {
    assertThat(ImportFailure.of(new IllegalStateException("of +12128120001")).sqlState()).isEmpty();
  }
}
