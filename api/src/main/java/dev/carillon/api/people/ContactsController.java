package dev.carillon.api.people;

import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.people.CheckedContact;
import dev.carillon.activities.postgres.people.Contact;
import dev.carillon.activities.postgres.people.ContactFields;
import dev.carillon.activities.postgres.people.ContactRules;
import dev.carillon.activities.postgres.people.Contacts;
import dev.carillon.api.web.MergePatch;
import dev.carillon.api.web.Page;
import dev.carillon.api.web.PageRequest;
import dev.carillon.api.web.Position;
import dev.carillon.api.web.Tenant;
import dev.carillon.api.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// People, one per number.
@RestController
@RequestMapping("/api/v1/contacts")
@Tag(name = "Contacts")
public final class ContactsController {
  private final Contacts contacts;
  private final ContactRules rules;
  private final TenantTransactions transactions;
  private final MergePatch patches;

  ContactsController(
      Contacts contacts, ContactRules rules, TenantTransactions transactions, MergePatch patches) {
    this.contacts = contacts;
    this.rules = rules;
    this.transactions = transactions;
    this.patches = patches;
  }

  @PostMapping
  @Operation(
      summary = "Add a person",
      description = "A known number is answered 200 with its id; what is given replaces.")
  public ResponseEntity<Contact> add(Tenant tenant, @RequestBody ContactFields fields) {
    var good = good(fields);
    var saved = transactions.in(tenant.id(), () -> contacts.save(tenant.id(), good));
    return ResponseEntity.status(saved.created() ? HttpStatus.CREATED : HttpStatus.OK)
        .body(saved.contact());
  }

  @GetMapping("/{id}")
  Contact get(Tenant tenant, @PathVariable UUID id) {
    return transactions
        .in(tenant.id(), () -> contacts.find(id))
        .orElseThrow(() -> ProblemException.notFound("contact"));
  }

  @GetMapping
  @Operation(
      summary = "Search people",
      description = "By the number in any format, by any part of the name; newest first.")
  Page<Contact> list(
      Tenant tenant,
      PageRequest page,
      @RequestParam(required = false) @Nullable String phoneNumber,
      @RequestParam(required = false) @Nullable String name) {
    var number =
        phoneNumber == null ? null : Slices.accepted(rules.number(phoneNumber), "phoneNumber");
    if (name != null && name.indexOf(0) >= 0) {
      throw ProblemException.unreadable("name", "INVALID", "holds a NUL character");
    }
    var rows = transactions.in(tenant.id(), () -> contacts.list(number, name, Slices.of(page)));
    return page.page(
        rows, contact -> new Position(contact.createdAt(), contact.id()), Function.identity());
  }

  @PatchMapping("/{id}")
  @Operation(summary = "Change a person", description = "A JSON merge patch (RFC 7396).")
  public Contact change(Tenant tenant, @PathVariable UUID id, @RequestBody ObjectNode patch) {
    try {
      return transactions.in(
          tenant.id(),
          () -> {
            var current = contacts.find(id).orElseThrow(() -> ProblemException.notFound("contact"));
            var changed = patches.apply(fields(current), patch, ContactFields.class);
            return contacts.change(tenant.id(), id, good(changed));
          });
    } catch (DuplicateKeyException _) {
      throw ProblemException.conflict("Another contact has this number.");
    }
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void remove(Tenant tenant, @PathVariable UUID id) {
    switch (transactions.in(tenant.id(), () -> contacts.remove(id))) {
      case REMOVED -> {}
      case UNKNOWN -> throw ProblemException.notFound("contact");
      case BUSY ->
          throw ProblemException.conflict("A campaign or a call still needs this contact.");
    }
  }

  private CheckedContact.Good good(ContactFields fields) {
    return switch (rules.check(fields)) {
      case CheckedContact.Good good -> good;
      case CheckedContact.Bad(var errors) -> throw Slices.refusal(errors);
    };
  }

  private static ContactFields fields(Contact contact) {
    return new ContactFields(
        contact.phoneNumber() + (contact.extension() == null ? "" : ";ext=" + contact.extension()),
        contact.name(),
        contact.email(),
        contact.timeZone(),
        contact.region(),
        contact.postalCode(),
        contact.language(),
        new LinkedHashMap<>(contact.attributes()),
        null);
  }
}
