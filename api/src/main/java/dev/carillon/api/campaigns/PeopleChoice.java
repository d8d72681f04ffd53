package dev.carillon.api.campaigns;

import dev.carillon.activities.postgres.campaigns.People;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Looks up what a campaign refers to, in the transaction that is under way.
final class PeopleChoice {
  private final JdbcClient jdbc;

  PeopleChoice(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Whom the campaign is for; to be used only when `faults` has none.
  People people(CampaignFields given, Faults faults) {
    if (given.contactIds() != null && given.importId() != null) {
      faults.invalid("importId", "cannot be given together with contactIds");
    }
    if (given.importId() != null) {
      return imported(given.importId(), faults);
    }
    if (given.contactIds() == null || given.contactIds().isEmpty()) {
      faults.add("contactIds", "REQUIRED", "is required, unless importId is given");
      return new People.Contacts(List.of());
    }
    return contacts(given.contactIds(), faults);
  }

  void agent(@Nullable UUID agentId, Faults faults) {
    if (agentId != null
        && !exists(
            """
            select exists (select 1 from agent where id = :id and deleted_at is null) as known
            """,
            agentId)) {
      faults.add("agentId", "UNKNOWN", "there is no such agent");
    }
  }

  private People contacts(List<@Nullable UUID> given, Faults faults) {
    var ids = given.stream().filter(Objects::nonNull).distinct().toList();
    var known =
        new HashSet<>(
            jdbc.sql(
                    """
                    select id from contact
                    where id = any(cast(:ids as uuid[])) and deleted_at is null
                    """)
                .param("ids", ids.toArray(new UUID[0]))
                .query((row, _) -> row.getObject("id", UUID.class))
                .list());
    for (int i = 0; i < given.size(); i++) {
      var id = given.get(i);
      if (id == null || !known.contains(id)) {
        faults.add("contactIds[" + i + "]", "UNKNOWN", "there is no such contact");
        break;
      }
    }
    return new People.Contacts(List.copyOf(known));
  }

  private People imported(UUID importId, Faults faults) {
    var state =
        jdbc.sql("select state from contact_import where id = :id")
            .param("id", importId)
            .query((row, _) -> row.getString("state"))
            .optional();
    if (state.isEmpty()) {
      faults.add("importId", "UNKNOWN", "there is no such import");
    } else if (!state.get().equals("COMPLETED")) {
      faults.add("importId", "NOT_COMPLETED", "the import has not been completed");
    } else if (!exists(
        """
        select exists (select 1 from contact_import_contact where import_id = :id) as known
        """,
        importId)) {
      faults.add("importId", "EMPTY", "the import holds nobody");
    }
    return new People.ImportedList(importId);
  }

  private boolean exists(String sql, UUID id) {
    return jdbc.sql(sql).param("id", id).query((row, _) -> row.getBoolean("known")).single();
  }
}
