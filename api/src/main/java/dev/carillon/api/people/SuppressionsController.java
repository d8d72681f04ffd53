package dev.carillon.api.people;

import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.people.ContactRules;
import dev.carillon.activities.postgres.people.Suppression;
import dev.carillon.activities.postgres.people.Suppressions;
import dev.carillon.api.calls.StandDown;
import dev.carillon.api.web.Page;
import dev.carillon.api.web.PageRequest;
import dev.carillon.api.web.Position;
import dev.carillon.api.web.Tenant;
import dev.carillon.api.web.problem.FieldProblem;
import dev.carillon.api.web.problem.ProblemException;
import dev.carillon.call.CancelReason;
import dev.carillon.phone.PhoneNumber;
import dev.carillon.phone.PhoneReading;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Numbers to be left alone. When a POST is answered, its suppressions are in force: nothing more
/// is placed, and calls nobody has taken yet are cancelled.
@RestController
@RequestMapping("/api/v1/suppressions")
@Tag(name = "Suppressions")
public final class SuppressionsController {
  private static final Set<String> SCOPES = Set.of("ALL", "VOICE", "SMS");
  private static final int LONGEST = 500;
  private static final int MOST = 10_000;

  private final Suppressions suppressions;
  private final ContactRules rules;
  private final TenantTransactions transactions;
  private final StandDown standDown;
  private final JsonMapper json;

  SuppressionsController(
      Suppressions suppressions,
      ContactRules rules,
      TenantTransactions transactions,
      StandDown standDown,
      JsonMapper json) {
    this.suppressions = suppressions;
    this.rules = rules;
    this.transactions = transactions;
    this.standDown = standDown;
    this.json = json;
  }

  @PostMapping
  @Operation(
      summary = "Leave numbers alone",
      description = "One object, or an array of them: all or, when one is wrong, none.")
  public ResponseEntity<Object> add(Tenant tenant, @RequestBody JsonNode body) {
    if (body.isArray()) {
      var given = json.treeToValue(body, SuppressionFields[].class);
      if (given.length == 0 || given.length > MOST) {
        throw ProblemException.field("", "SIZE", "holds 1 to 10000 suppressions");
      }
      var added = add(tenant, List.of(given), true);
      var items = added.stream().map(Suppressions.Added::suppression).toList();
      return ResponseEntity.status(HttpStatus.CREATED).body(new Page<>(items, null));
    }
    var added = add(tenant, List.of(json.treeToValue(body, SuppressionFields.class)), false);
    return ResponseEntity.status(added.getFirst().created() ? HttpStatus.CREATED : HttpStatus.OK)
        .body(added.getFirst().suppression());
  }

  private List<Suppressions.Added> add(
      Tenant tenant, List<SuppressionFields> given, boolean several) {
    var errors = new ArrayList<FieldProblem>();
    var numbers = new ArrayList<@Nullable PhoneNumber>();
    for (int i = 0; i < given.size(); i++) {
      numbers.add(check(given.get(i), several ? "[" + i + "]." : "", errors));
    }
    if (!errors.isEmpty()) {
      throw ProblemException.fields(errors);
    }
    var added = transactions.in(tenant.id(), () -> store(tenant, given, numbers));
    for (var one : added) {
      if (!one.suppression().scope().equals("SMS")) {
        standDown.from(tenant.id(), one.suppression().phoneNumber(), CancelReason.SUPPRESSED);
      }
    }
    return added;
  }

  private List<Suppressions.Added> store(
      Tenant tenant, List<SuppressionFields> given, List<@Nullable PhoneNumber> numbers) {
    var added = new ArrayList<Suppressions.Added>();
    for (int i = 0; i < given.size(); i++) {
      var fields = given.get(i);
      var one =
          suppressions.add(
              tenant.id(),
              Objects.requireNonNull(numbers.get(i)),
              Objects.requireNonNullElse(fields.scope(), "ALL"),
              fields.reason(),
              Objects.requireNonNullElse(fields.source(), "API"));
      if (one.created()) {
        note(tenant, "suppression added", one.suppression().id());
      }
      added.add(one);
    }
    return added;
  }

  private @Nullable PhoneNumber check(
      @Nullable SuppressionFields given, String path, List<FieldProblem> errors) {
    if (given == null) {
      errors.add(FieldProblem.required(path.isEmpty() ? "body" : path));
      return null;
    }
    if (given.scope() != null && !SCOPES.contains(given.scope())) {
      errors.add(new FieldProblem(path + "scope", "UNKNOWN", "is ALL, VOICE or SMS"));
    }
    if (given.reason() != null && given.reason().length() > LONGEST) {
      errors.add(new FieldProblem(path + "reason", "TOO_LONG", "has over 500 characters"));
    }
    if (given.source() != null && given.source().length() > LONGEST) {
      errors.add(new FieldProblem(path + "source", "TOO_LONG", "has over 500 characters"));
    }
    return switch (rules.number(given.phoneNumber())) {
      case PhoneReading.Accepted accepted -> accepted.number();
      case PhoneReading.Refused(String code, String message) -> {
        errors.add(new FieldProblem(path + "phoneNumber", code, message));
        yield null;
      }
    };
  }

  @GetMapping
  Page<Suppression> list(
      Tenant tenant,
      PageRequest page,
      @RequestParam(required = false) @Nullable String phoneNumber) {
    var number =
        phoneNumber == null ? null : Slices.accepted(rules.number(phoneNumber), "phoneNumber");
    var rows = transactions.in(tenant.id(), () -> suppressions.list(number, Slices.of(page)));
    return page.page(rows, row -> new Position(row.createdAt(), row.id()), Function.identity());
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void remove(Tenant tenant, @PathVariable UUID id) {
    transactions.run(
        tenant.id(),
        () -> {
          if (!suppressions.remove(id)) {
            throw ProblemException.notFound("suppression");
          }
          note(tenant, "suppression removed", id);
        });
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Remove the suppressions of a number")
  public void removeOf(
      Tenant tenant,
      @RequestParam String phoneNumber,
      @RequestParam(required = false) @Nullable String scope) {
    var number = Slices.accepted(rules.number(phoneNumber), "phoneNumber");
    transactions.run(
        tenant.id(),
        () -> {
          var known =
              suppressions.list(
                  number, new dev.carillon.activities.postgres.people.Slice(null, MOST));
          if (suppressions.remove(number, scope) == 0) {
            throw ProblemException.notFound("suppression");
          }
          known.stream()
              .filter(one -> scope == null || scope.equals(one.scope()))
              .forEach(one -> note(tenant, "suppression removed", one.id()));
        });
  }

  private void note(Tenant tenant, String action, UUID id) {
    suppressions.note(tenant.id(), action, id.toString());
  }
}
