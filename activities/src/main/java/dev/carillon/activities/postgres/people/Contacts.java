package dev.carillon.activities.postgres.people;

import dev.carillon.activities.postgres.Ids;
import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.Moments;
import dev.carillon.phone.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import tools.jackson.core.type.TypeReference;

/// Contacts of the tenant whose transaction is under way. A number is one contact, also after it
/// was deleted and comes back.
public final class Contacts {
  private static final TypeReference<Map<String, Object>> ATTRIBUTES = new TypeReference<>() {};
  private static final TypeReference<List<ConsentFields>> CONSENTS = new TypeReference<>() {};
  private static final String SELECT =
      """
      select c.*, (
        select jsonb_agg(jsonb_build_object(
          'kind', s.kind, 'channel', s.channel, 'source', s.source, 'givenAt', s.given_at,
          'textVersion', s.text_version) order by s.given_at, s.id)
        from consent s where s.contact_id = c.id and s.revoked_at is null) as consents
      from contact c where c.deleted_at is null
      """;

  private final JdbcClient jdbc;
  private final Jsonb jsonb;
  private final Ids ids;
  private final InstantSource clock;

  Contacts(JdbcClient jdbc, Jsonb jsonb, Ids ids, InstantSource clock) {
    this.jdbc = jdbc;
    this.jsonb = jsonb;
    this.ids = ids;
    this.clock = clock;
  }

  /// Stores a contact. A known number keeps its id; what is given replaces, what is not stays.
  public Saved save(UUID tenantId, CheckedContact.Good contact) {
    var id = ids.next();
    boolean fresh = insert(tenantId, id, contact) == 1;
    if (fresh) {
      addConsents(tenantId, id, contact.fields());
      return new Saved(get(id), true);
    }
    var known = lock(contact.phone().number());
    if (known.deleted()) {
      replace(known.id(), contact);
    } else {
      merge(known.id(), contact);
    }
    addConsents(tenantId, known.id(), contact.fields());
    return new Saved(get(known.id()), known.deleted());
  }

  /// Makes the contact what `contact` says; its consents are added to those it has.
  ///
  /// @throws org.springframework.dao.DuplicateKeyException if another contact has the number
  public Contact change(UUID tenantId, UUID id, CheckedContact.Good contact) {
    replace(id, contact);
    addConsents(tenantId, id, contact.fields());
    return get(id);
  }

  public Optional<Contact> find(UUID id) {
    return jdbc.sql(SELECT + " and c.id = :id").param("id", id).query(this::contact).optional();
  }

  /// Newest first.
  ///
  /// @param namePart any part of the name, in any case
  public List<Contact> list(@Nullable PhoneNumber number, @Nullable String namePart, Slice slice) {
    var sql = new StringBuilder(SELECT);
    if (number != null) {
      sql.append(" and c.phone_number = :number");
    }
    if (namePart != null) {
      sql.append(" and c.name ilike :name");
    }
    if (slice.after() != null) {
      sql.append(" and (c.created_at, c.id) < (:at, :id)");
    }
    sql.append(" order by c.created_at desc, c.id desc limit :rows");
    var query =
        jdbc.sql(sql.toString())
            .param("number", number == null ? null : number.e164())
            .param("name", namePart == null ? null : "%" + escaped(namePart) + "%")
            .param("rows", slice.rows());
    return slice.bind(query).query(this::contact).list();
  }

  /// Takes a contact out of the lists and forgets what is known but the number.
  ///
  /// @return [Removal#BUSY] while a campaign or a call still needs it
  public Removal remove(UUID id) {
    if (find(id).isEmpty()) {
      return Removal.UNKNOWN;
    }
    boolean busy =
        jdbc.sql(
                """
                select exists (select 1 from journey where contact_id = :id and state <> 'DONE')
                  or exists (select 1 from dial_queue where contact_id = :id)
                  or exists (select 1 from call where contact_id = :id and state <> 'ENDED')
                """)
            .param("id", id)
            .query((row, _) -> row.getBoolean(1))
            .single();
    if (busy) {
      return Removal.BUSY;
    }
    jdbc.sql(
            """
            update contact set deleted_at = :now, updated_at = :now, name = null, email = null,
              attributes = '{}'
            where id = :id
            """)
        .param("id", id)
        .param("now", now())
        .update();
    return Removal.REMOVED;
  }

  private int insert(UUID tenantId, UUID id, CheckedContact.Good contact) {
    return bound(
            """
            insert into contact (id, tenant_id, phone_number, extension, name, email, time_zone,
              region, postal_code, language, attributes, metadata_version, created_at, updated_at)
            values (:id, :tenant, :number, :extension, :name, :email, :zone,
              :region, :postalCode, :language, cast(:attributes as jsonb), :metadata, :now, :now)
            on conflict (tenant_id, phone_number) do nothing
            """,
            id,
            contact)
        .param("tenant", tenantId)
        .update();
  }

  private void replace(UUID id, CheckedContact.Good contact) {
    bound(
            """
            update contact set phone_number = :number, extension = :extension, name = :name,
              email = :email, time_zone = :zone, region = :region, postal_code = :postalCode,
              language = :language, attributes = cast(:attributes as jsonb),
              metadata_version = :metadata, updated_at = :now, deleted_at = null
            where id = :id
            """,
            id,
            contact)
        .update();
  }

  private void merge(UUID id, CheckedContact.Good contact) {
    bound(
            """
            update contact set extension = coalesce(:extension, extension),
              name = coalesce(:name, name), email = coalesce(:email, email),
              time_zone = coalesce(:zone, time_zone), region = coalesce(:region, region),
              postal_code = coalesce(:postalCode, postal_code),
              language = coalesce(:language, language),
              attributes = attributes || cast(:attributes as jsonb),
              metadata_version = :metadata, updated_at = :now
            where id = :id and phone_number = :number
            """,
            id,
            contact)
        .update();
  }

  private StatementSpec bound(String sql, UUID id, CheckedContact.Good contact) {
    var fields = contact.fields();
    return jdbc.sql(sql)
        .param("id", id)
        .param("number", contact.phone().number().e164())
        .param("extension", contact.phone().extension())
        .param("metadata", contact.phone().metadataVersion())
        .param("name", fields.name())
        .param("email", fields.email())
        .param("zone", fields.timeZone())
        .param("region", fields.region())
        .param("postalCode", fields.postalCode())
        .param("language", fields.language())
        .param(
            "attributes", jsonb.write(fields.attributes() == null ? Map.of() : fields.attributes()))
        .param("now", now());
  }

  private void addConsents(UUID tenantId, UUID contactId, ContactFields fields) {
    for (var consent : fields.consents() == null ? List.<ConsentFields>of() : fields.consents()) {
      var given = Objects.requireNonNull(Objects.requireNonNull(consent).givenAt());
      jdbc.sql(
              """
              insert into consent
                (id, tenant_id, contact_id, kind, channel, source, given_at, text_version)
              select :id, :tenant, :contact, :kind, :channel, :source, :given, :version
              where not exists (
                select 1 from consent where contact_id = :contact and kind = :kind
                  and channel = :channel and source = :source and given_at = :given
                  and text_version is not distinct from cast(:version as text))
              """)
          .param("id", ids.next())
          .param("tenant", tenantId)
          .param("contact", contactId)
          .param("kind", consent.kind())
          .param("channel", consent.channel())
          .param("source", consent.source())
          .param("given", Moments.param(given))
          .param("version", consent.textVersion())
          .update();
    }
  }

  private Known lock(PhoneNumber number) {
    return jdbc.sql("select id, deleted_at from contact where phone_number = :number for update")
        .param("number", number.e164())
        .query((row, _) ->
            new Known(row.getObject("id", UUID.class), row.getObject("deleted_at") != null))
        .single();
  }

  private Contact get(UUID id) {
    return find(id).orElseThrow();
  }

  private java.time.OffsetDateTime now() {
    return Moments.param(clock.instant());
  }

  private Contact contact(ResultSet row, int number) throws SQLException {
    var given = row.getString("consents");
    return new Contact(
        row.getObject("id", UUID.class),
        row.getString("phone_number"),
        row.getString("extension"),
        row.getString("name"),
        row.getString("email"),
        row.getString("time_zone"),
        row.getString("region"),
        row.getString("postal_code"),
        row.getString("language"),
        jsonb.read(row.getString("attributes"), ATTRIBUTES),
        given == null ? List.of() : jsonb.read(given, CONSENTS),
        Moments.read(row, "created_at"),
        Moments.read(row, "updated_at"));
  }

  private static String escaped(String part) {
    return part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  /// A stored contact, and whether it is new.
  public record Saved(Contact contact, boolean created) {}

  /// What became of a wish to remove a contact.
  public enum Removal {
    REMOVED,
    UNKNOWN,
    BUSY
  }

  private record Known(UUID id, boolean deleted) {}
}
