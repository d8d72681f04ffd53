package dev.carillon.api.webhooks;

import dev.carillon.activities.postgres.people.CheckedContact;
import dev.carillon.activities.postgres.people.ContactFields;
import dev.carillon.activities.postgres.people.ContactRules;
import dev.carillon.activities.postgres.people.Contacts;
import java.util.Optional;
import java.util.UUID;

/// Who gets in touch: the contact with the number, made when it is a new one.
final class Callers {
  private final TextRows rows;
  private final ContactRules rules;
  private final Contacts contacts;

  Callers(TextRows rows, ContactRules rules, Contacts contacts) {
    this.rows = rows;
    this.rules = rules;
    this.contacts = contacts;
  }

  /// Empty for a withheld number, and for one in whose country the business calls nobody.
  Optional<UUID> of(UUID tenantId, String from) {
    return rows.contactWith(from).or(() -> fresh(tenantId, from));
  }

  private Optional<UUID> fresh(UUID tenantId, String from) {
    var fields = new ContactFields(from, null, null, null, null, null, null, null, null);
    return switch (rules.check(fields)) {
      case CheckedContact.Good good -> Optional.of(contacts.save(tenantId, good).contact().id());
      case CheckedContact.Bad _ -> Optional.empty();
    };
  }
}
