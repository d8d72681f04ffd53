package dev.carillon.activities.postgres.people;

import dev.carillon.phone.PhoneReading;
import java.util.List;

/// What came of checking [ContactFields].
public sealed interface CheckedContact {

  /// May be stored.
  ///
  /// @param fields tidied up; the number is in `phone`
  record Good(PhoneReading.Accepted phone, ContactFields fields) implements CheckedContact {
    @Override
    public String toString() {
      return "Good";
    }
  }

  /// Everything that is wrong.
  record Bad(List<FieldError> errors) implements CheckedContact {}
}
