package dev.carillon.api.console.campaigns;

import dev.carillon.api.web.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.MultiValueMap;

/// Whom a new campaign is for, as an address or a form says it: a list, everybody, or some people.
///
/// @param everybody all contacts there are when the campaign is made
record ChosenPeople(@Nullable UUID importId, List<UUID> contactIds, boolean everybody) {

  ChosenPeople {
    contactIds = List.copyOf(contactIds);
  }

  static ChosenPeople of(MultiValueMap<String, String> given) {
    try {
      var list = given.getFirst("importId");
      var people = new ArrayList<UUID>();
      for (var id : given.getOrDefault("contactId", List.of())) {
        people.add(UUID.fromString(id));
      }
      return new ChosenPeople(
          list == null || list.isBlank() ? null : UUID.fromString(list),
          people,
          "true".equals(given.getFirst("everybody")));
    } catch (IllegalArgumentException _) {
      throw ProblemException.notFound("list");
    }
  }

  /// How many they are and what they are called, in the tenant's transaction that is under way.
  Group group(JdbcClient jdbc) {
    if (importId != null) {
      return jdbc.sql(
              """
              select coalesce(file_name, 'A list') as name,
                (select count(*) from contact_import_contact p join contact c on c.id = p.contact_id
                  where p.import_id = i.id and c.deleted_at is null) as people
              from contact_import i where id = :id
              """)
          .param("id", importId)
          .query((row, _) -> new Group(row.getString("name"), row.getInt("people")))
          .optional()
          .orElseThrow(() -> ProblemException.notFound("list"));
    }
    return everybody
        ? new Group("All contacts", ids(jdbc).size())
        : new Group("Chosen contacts", contactIds.size());
  }

  /// The contacts as the REST route takes them; null when it takes the list.
  @Nullable List<@Nullable UUID> contacts(JdbcClient jdbc) {
    if (importId != null) {
      return null;
    }
    return new ArrayList<@Nullable UUID>(everybody ? ids(jdbc) : contactIds);
  }

  private static List<UUID> ids(JdbcClient jdbc) {
    return jdbc.sql("select id from contact where deleted_at is null order by id")
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }

  /// What a form says about them.
  record Group(String name, int people) {}
}
