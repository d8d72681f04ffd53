package dev.carillon.activities.postgres.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.activities.postgres.Ids;
import dev.carillon.activities.postgres.TestDatabase;
import dev.carillon.activities.postgres.events.Events;
import dev.carillon.phone.PhoneNumber;
import dev.carillon.phone.PhoneNumbers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PeopleIT {
  @AutoClose private static final TestDatabase DATABASE = TestDatabase.fresh();

  private static final Instant TEN = Instant.parse("2026-07-01T14:00:00Z");
  private static final Ids IDS = DATABASE.ids();

  private final Contacts contacts =
      new Contacts(DATABASE.jdbc(), DATABASE.jsonb(), IDS, DATABASE.clock());
  private final Suppressions suppressions =
      new Suppressions(
          DATABASE.jdbc(), new Events(DATABASE.jdbc(), DATABASE.jsonb()), IDS, DATABASE.clock());
  private final Appointments appointments = new Appointments(DATABASE.jdbc());
  private final ContactRules rules =
      new ContactRules(PhoneNumbers.standard(), "US", DATABASE.clock());

  @Test
  void aKnownNumberKeepsItsIdAndWhatIsNotGivenAnew() {
    var first = save("+12128120001", "Ann", Map.of("pet", "cat"));
    var again = save("(212) 812-0001", null, Map.of("car", "red"));

    assertThat(first.created()).isTrue();
    assertThat(again.created()).isFalse();
    assertThat(again.contact().id()).isEqualTo(first.contact().id());
    assertThat(again.contact().name()).isEqualTo("Ann");
    assertThat(again.contact().attributes()).isEqualTo(Map.of("pet", "cat", "car", "red"));
  }

  @Test
  void aDeletedContactComesBackWithItsIdAndNothingElse() {
    var first = save("+12128120002", "Ann", Map.of("pet", "cat"));
    var removed = in(() -> contacts.remove(first.contact().id()));
    var gone = in(() -> contacts.find(first.contact().id()));
    var back = save("+12128120002", null, Map.of());

    assertThat(removed).isEqualTo(Contacts.Removal.REMOVED);
    assertThat(gone).isEmpty();
    assertThat(back.created()).isTrue();
    assertThat(back.contact().id()).isEqualTo(first.contact().id());
    assertThat(back.contact().name()).isNull();
    assertThat(back.contact().attributes()).isEmpty();
  }

  @Test
  void theSameConsentIsNotedOnce() {
    var consent =
        new ConsentFields(
            "EXPRESS_WRITTEN", "VOICE", "web", Instant.parse("2026-05-01T00:00:00Z"), "1");
    var fields =
        new ContactFields(
            "+12128120003", null, null, null, null, null, null, null, List.of(consent, consent));
    var saved = in(() -> contacts.save(TestDatabase.TENANT, good(fields)));

    assertThat(saved.contact().consents()).containsExactly(consent);
  }

  @Test
  void aPartOfTheNameFindsPeopleAndWildcardsAreLetters() {
    save("+12128120004", "Per % Cent", Map.of());
    save("+12128120005", "Percy", Map.of());
    var all = new Slice(null, 10);

    assertThat(in(() -> contacts.list(null, "PER", all))).hasSize(2);
    assertThat(in(() -> contacts.list(null, "% c", all)))
        .extracting(Contact::name)
        .containsExactly("Per % Cent");
  }

  @Test
  void aSuppressionBringsWaitingCallsUpForADecision() {
    var contact = save("+12128120006", "Ann", Map.of()).contact();
    var call = IDS.next();
    queue(call, contact);
    var number = PhoneNumber.of("+12128120006");
    var first = in(() -> suppressions.add(TestDatabase.TENANT, number, "ALL", "asked", "API"));
    var again = in(() -> suppressions.add(TestDatabase.TENANT, number, "ALL", "other", "API"));

    assertThat(first.created()).isTrue();
    assertThat(again.created()).isFalse();
    assertThat(again.suppression()).isEqualTo(first.suppression());
    assertThat(in(() -> due(call))).isTrue();
  }

  @Test
  void whatWasSaidInACallIsNotTakenBackByText() {
    wish("+12128120010", "SMS");

    var said = wish("+12128120010", "CALL");
    var again = wish("+12128120010", "CALL");
    var byText = wish("+12128120010", "SMS");

    assertThat(said).isTrue();
    assertThat(again).isFalse();
    assertThat(byText).isFalse();
    assertThat(in(() -> suppressions.optIn(asking("+12128120010", "SMS")))).isFalse();
    assertThat(sourcesOf("+12128120010")).containsExactly("CALL");
    assertThat(timesNoted("test/+12128120010")).isEqualTo(2);
  }

  @Test
  void whatTheOperatorWantsIsNotTakenBackByText() {
    var number = PhoneNumber.of("+12128120011");
    wish(number.e164(), "SMS");

    var wanted = in(() -> suppressions.add(TestDatabase.TENANT, number, "ALL", null, "API"));

    assertThat(wanted.created()).isTrue();
    assertThat(wanted.suppression().source()).isEqualTo("API");
    assertThat(wanted.suppression().byThePerson()).isTrue();
    assertThat(in(() -> suppressions.optIn(asking(number.e164(), "SMS")))).isFalse();
    assertThat(sourcesOf(number.e164())).containsExactly("API");
  }

  @Test
  void whoStoppedByTextMayStartByText() {
    wish("+12128120012", "SMS");

    assertThat(in(() -> suppressions.optIn(asking("+12128120012", "SMS")))).isTrue();
    assertThat(sourcesOf("+12128120012")).isEmpty();
  }

  private boolean wish(String number, String source) {
    return in(() -> suppressions.optOut(asking(number, source)));
  }

  private static Suppressions.Wish asking(String number, String source) {
    return new Suppressions.Wish(
        TestDatabase.TENANT, number, null, null, null, source, "test/" + number);
  }

  private static int timesNoted(String subject) {
    return in(() ->
        DATABASE
            .jdbc()
            .sql("select count(*) from audit where subject = :subject")
            .param("subject", subject)
            .query(Integer.class)
            .single());
  }

  private static List<String> sourcesOf(String number) {
    return in(() ->
        DATABASE
            .jdbc()
            .sql("select source from suppression where phone_number = :number")
            .param("number", number)
            .query(String.class)
            .list());
  }

  @Test
  void fiftyAtOnceForOneTimeAndOneGetsIt() throws InterruptedException, ExecutionException {
    var contact = save("+12128120007", "Ann", Map.of()).contact();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Boolean> booking = () -> book(contact.id(), TEN, 60, "BOOKED");
      var answers = threads.invokeAll(java.util.Collections.nCopies(50, booking));
      int won = 0;
      for (var answer : answers) {
        won += answer.get() ? 1 : 0;
      }

      assertThat(won).isEqualTo(1);
    }
  }

  @Test
  void timesMayTouchButNotOverlapAndCancelledOnesAreFree() {
    var contact = save("+12128120008", "Ann", Map.of()).contact().id();
    var start = TEN.plus(Duration.ofDays(7));

    assertThat(book(contact, start, 60, "CANCELLED")).isTrue();
    assertThat(book(contact, start, 60, "BOOKED")).isTrue();
    assertThat(book(contact, start.plus(Duration.ofMinutes(59)), 30, "BOOKED")).isFalse();
    assertThat(book(contact, start.minus(Duration.ofMinutes(30)), 31, "BOOKED")).isFalse();
    assertThat(book(contact, start.plus(Duration.ofMinutes(60)), 30, "BOOKED")).isTrue();
  }

  private boolean book(UUID contact, Instant start, int minutes, String status) {
    var now = DATABASE.clock().instant();
    var appointment =
        new Appointment(
            IDS.next(), contact, start, minutes, null, null, null, status, null, now, now);
    return in(() -> appointments.put(TestDatabase.TENANT, appointment));
  }

  private Contacts.Saved save(
      String number, @Nullable String name, Map<String, Object> attributes) {
    var fields =
        new ContactFields(
            number, name, null, null, null, null, null, new java.util.HashMap<>(attributes), null);
    return in(() -> contacts.save(TestDatabase.TENANT, good(fields)));
  }

  private CheckedContact.Good good(ContactFields fields) {
    return (CheckedContact.Good) rules.check(fields);
  }

  private static void queue(UUID call, Contact contact) {
    DATABASE
        .transactions()
        .run(
            TestDatabase.TENANT,
            () ->
                DATABASE
                    .jdbc()
                    .sql(
                        """
                        insert into dial_queue (call_id, tenant_id, account_id, contact_id,
                          phone_number, purpose, not_before, created_at)
                        values (:call, :tenant, :account, :contact, :number, 'reminder',
                          '2030-01-01', '2026-01-01')
                        """)
                    .param("call", call)
                    .param("tenant", TestDatabase.TENANT)
                    .param("account", DATABASE.account().accountId())
                    .param("contact", contact.id())
                    .param("number", contact.phoneNumber())
                    .update());
  }

  private static boolean due(UUID call) {
    return DATABASE
        .jdbc()
        .sql("select not_before < '2029-01-01' from dial_queue where call_id = :call")
        .param("call", call)
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  private static <T> T in(java.util.function.Supplier<T> work) {
    return DATABASE.transactions().in(TestDatabase.TENANT, work);
  }
}
