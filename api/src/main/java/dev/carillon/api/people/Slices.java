package dev.carillon.api.people;

import dev.carillon.activities.postgres.people.FieldError;
import dev.carillon.activities.postgres.people.Slice;
import dev.carillon.api.web.PageRequest;
import dev.carillon.api.web.Position;
import dev.carillon.api.web.problem.FieldProblem;
import dev.carillon.api.web.problem.ProblemException;
import dev.carillon.phone.PhoneNumber;
import dev.carillon.phone.PhoneReading;
import java.util.List;

/// Between the words of the web and those of the database.
final class Slices {
  private Slices() {}

  static Slice of(PageRequest page) {
    var after = page.after().map(Slices::after).orElse(null);
    return new Slice(after, page.rows());
  }

  private static Slice.After after(Position position) {
    return new Slice.After(position.at(), position.id());
  }

  static ProblemException refusal(List<FieldError> errors) {
    return ProblemException.fields(
        errors.stream()
            .map(error -> new FieldProblem(error.field(), error.code(), error.message()))
            .toList());
  }

  /// The number that was read, or 422 naming `field`.
  static PhoneNumber accepted(PhoneReading reading, String field) {
    return switch (reading) {
      case PhoneReading.Accepted accepted -> accepted.number();
      case PhoneReading.Refused(String code, String message) ->
          throw ProblemException.field(field, code, message);
    };
  }
}
