package dev.carillon.api.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.carillon.activities.postgres.TestDatabase;
import dev.carillon.activities.postgres.events.Event;
import dev.carillon.activities.postgres.events.EventTypes;
import dev.carillon.activities.postgres.events.Events;
import dev.carillon.api.Chromium;
import dev.carillon.api.DevServer;
import dev.carillon.api.RunningApi;
import dev.carillon.campaign.CampaignAnswer;
import dev.carillon.campaign.CampaignBook;
import dev.carillon.campaign.CampaignRef;
import dev.carillon.campaign.CampaignState;
import dev.carillon.campaign.CampaignStates;
import dev.carillon.campaign.CampaignWorkflowImpl;
import dev.carillon.policy.TaskQueues;
import dev.carillon.policy.WorkflowIds;
import dev.carillon.temporal.SearchAttributes;
import dev.carillon.temporal.TemporalConnection;
import io.temporal.worker.WorkerFactory;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What an owner does with the mouse, in a real browser, with a real Temporal behind it.
class ConsoleActionsIT {
  private static final DevServer.Ports PORTS = DevServer.Ports.free();

  @AutoClose private static final PhoneCompany CARRIER = new PhoneCompany();
  @AutoClose private static final RunningApi API = RunningApi.start(settings());

  @AutoClose
  private static final DevServer TEMPORAL = DevServer.start(PORTS, API.address().resolve("/codec"));

  @AutoClose private static final Chromium CHROMIUM = new Chromium();

  private static WorkerFactory workers;
  private static Garage garage;
  private static int people;

  @BeforeAll
  static void open() {
    garage = Garage.openedIn(API);
    var connection = API.part(TemporalConnection.class);
    SearchAttributes.register(connection);
    workers = WorkerFactory.newInstance(connection.client());
    var calls = workers.newWorker(TaskQueues.CALLS);
    calls.registerWorkflowImplementationTypes(CampaignWorkflowImpl.class);
    calls.registerActivitiesImplementations(new States());
    workers.start();
  }

  @AfterAll
  static void end() {
    workers.shutdownNow();
  }

  @AfterEach
  void close() {
    CHROMIUM.clear();
  }

  @Test
  void aListBecomesACampaignThatIsStartedPausedResumedAndCancelled() {
    var page = at("/");
    link(page, "New campaign").click();
    page.getByLabel("A list of people, as a CSV file").setInputFiles(list());
    button(page, "Upload and check").click();
    assertThat(page.getByText("2 people are ready to be called")).isVisible();
    assertThat(page.getByText("Show 1 with their reasons")).isVisible();
    link(page, "Go on").click();
    assertThat(page.getByLabel("Name of the campaign")).hasValue(Pattern.compile("^autumn list, "));
    page.getByText("Follow up after a visit").click();
    button(page, "Save as draft").click();

    assertThat(page.getByText("Saved as a draft.")).isVisible();
    assertThat(page.getByText("0 of 2 people done")).isVisible();
    button(page, "Start calling").click();
    assertThat(chip(page, "Running")).isVisible();
    button(page, "Pause").click();
    assertThat(chip(page, "Paused")).isVisible();
    button(page, "Resume").click();
    assertThat(chip(page, "Running")).isVisible();

    button(page, "Cancel…").click();
    assertThat(page.getByText("Cancel this campaign for good?")).isVisible();
    button(page, "Keep it").click();
    assertThat(page.getByText("Cancel this campaign for good?")).isHidden();
    assertThat(chip(page, "Running")).isVisible();
    button(page, "Cancel…").click();
    button(page, "Cancel the campaign").click();
    assertThat(chip(page, "Cancelled")).isVisible();
    assertThat(CHROMIUM.complaints()).isEmpty();
  }

  @Test
  void aFormThatCannotBeReadNamesItsFieldsAndKeepsWhatWasTyped() {
    var page = at("/campaigns/plan?everybody=true");
    page.getByLabel("Name of the campaign").fill("Everybody, slowly");
    page.getByLabel("Call again").selectOption("own");
    page.getByText("Write the waiting times").click();
    page.getByLabel("If nobody answers").fill("soon");
    page.getByText("Hours, pace and budget").click();
    page.getByLabel("Calls a minute").fill("many");
    button(page, "Save as draft").click();

    assertThat(page.getByRole(AriaRole.ALERT)).containsText("If nobody answers: Write waiting");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Calls a minute: Write a number.");
    assertThat(page.getByLabel("Name of the campaign")).hasValue("Everybody, slowly");
    assertThat(page.getByLabel("If nobody answers")).hasValue("soon");
    page.getByLabel("If nobody answers").fill("15 min, 1 day");
    page.getByLabel("Calls a minute").fill("6");
    button(page, "Save as draft").click();
    assertThat(page.getByText("6 calls a minute, 5 at once")).isVisible();
  }

  @Test
  void tickedContactsGetACampaignOfTheirOwn() {
    person("Tick One");
    person("Tick Two");
    var page = at("/contacts?search=Tick");
    page.getByLabel("Choose Tick One").check();
    page.getByLabel("Choose Tick Two").check();
    button(page, "Call the ticked").click();

    assertThat(page.getByText("2 people", new Page.GetByTextOptions().setExact(true))).isVisible();
    page.getByLabel("Name of the campaign").fill("Two of them");
    button(page, "Save as draft").click();
    assertThat(link(page, "Tick One")).isVisible();
    assertThat(link(page, "Tick Two")).isVisible();
  }

  @Test
  void aCampaignIsCopiedAndThoseWhoWereNotReachedAreCalledAgain() {
    var page = at("/");
    link(page, "Winter tire offers").click();
    button(page, "Copy…").click();
    button(page, "Make the copy").click();
    assertThat(heading(page)).hasText("Winter tire offers, copy");
    assertThat(page.getByText("0 of 21 people done")).isVisible();

    go(page, "/");
    link(page, "Winter tire offers").click();
    link(page, "Call again…").click();
    assertThat(page.getByLabel("Not reached")).isChecked();
    button(page, "Save as draft").click();
    assertThat(heading(page)).hasText("Winter tire offers, again");
    assertThat(page.getByText("0 of 5 people done")).isVisible();
  }

  @Test
  void aPersonIsCalledNowOnceHoweverOftenTheButtonIsPressed() {
    var contact = person("Nora Quick");
    var page = at("/contacts/" + contact);
    button(page, "Call now").click();
    page.getByLabel("What should come of the call?").fill("Ask for the best day.");
    dialog(page).getByRole(AriaRole.BUTTON, named("Call now")).dblclick();

    assertThat(heading(page)).hasText("Nora Quick");
    assertThat(page.getByText("To be placed")).isVisible();
    assertThat(count("select count(*) from dial_queue where contact_id = '" + contact + "'"))
        .isEqualTo(1);

    button(page, "Cancel this call…").click();
    assertThat(page.getByText("If it waits for its turn, it is not placed.")).isVisible();
    button(page, "End the call").click();
    assertThat(page.getByText("The call is being ended.")).isVisible();
    assertThat(chip(page, "Cancelled").first()).isVisible();
  }

  @Test
  void aCallThatIsNotAllowedSaysWhatToDoNext() {
    var page = at("/calls");
    button(page, "Call a number").click();
    page.getByLabel("Phone number").fill("212-867-0107");
    button(page, "Call now").click();

    assertThat(page.getByRole(AriaRole.ALERT)).containsText("never to be called");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Allow calls again");
    assertThat(page.getByLabel("Phone number")).hasValue("212-867-0107");
  }

  @Test
  void aRecordingIsPlayedOnTheCallPage() {
    record(garage.endedCall());
    var page = at("/calls/" + garage.endedCall());
    var player = page.locator("audio");
    assertThat(link(page, "Open in Temporal"))
        .hasAttribute("href", TEMPORAL.page(WorkflowIds.call(garage.endedCall())).toString());

    var played =
        player.evaluate(
            """
            player => new Promise((resolve, reject) => {
              player.addEventListener('ended', () => resolve(player.duration));
              player.addEventListener('error', () => reject(player.error.message));
              player.play();
            })
            """);

    assertThat(((Number) played).doubleValue()).isBetween(0.9, 1.1);
    assertThat(CHROMIUM.complaints()).isEmpty();
  }

  @Test
  void newsOfACallDoesNotStopItsRecording() {
    record(garage.endedCall());
    var page = at("/calls/" + garage.endedCall());
    page.locator("audio").evaluate("player => { player.marked = true; }");

    happened(garage.endedCall());

    page.waitForResponse(
        response -> response.url().endsWith("/calls/" + garage.endedCall()),
        () -> happened(garage.endedCall()));
    assertThat(page.getByText("Where can I park?")).isVisible();
    assertThat(page.locator("audio").evaluate("player => player.marked === true")).isEqualTo(true);
  }

  @Test
  void aTextIsWrittenFromTheTimeline() {
    var page = at("/contacts/" + person("Tess Reader"));
    page.getByLabel("A text to Tess Reader").fill("Your car is ready & washed.");
    button(page, "Send").click();

    assertThat(page.getByText("The text is on its way.")).isVisible();
    assertThat(page.getByText("Your car is ready & washed.")).isVisible();
    assertThat(CARRIER.texts()).anyMatch(text -> text.contains("Your car is ready & washed."));
  }

  @Test
  void aNumberIsPutOnTheListAndTakenOffAfterAQuestion() {
    var page = at("/suppressions");
    page.getByLabel("Phone number").fill("212-867-0166");
    button(page, "Don’t call this number").click();
    assertThat(page.getByText("(212) 867-0166").first()).isVisible();

    button(page, "Remove (212) 867-0166").click();
    button(page, "Take it off the list").click();
    assertThat(page.getByText("Taken off the list.")).isVisible();
    assertThat(page.getByText("(212) 867-0166")).hasCount(0);
  }

  @Test
  void aPersonIsLeftAloneAndCalledAgainFromTheirPage() {
    var page = at("/contacts/" + person("Lea Quiet"));
    button(page, "Don’t call again…").click();
    dialog(page).getByRole(AriaRole.BUTTON, named("Don’t call again")).click();
    assertThat(chip(page, "No calls, no texts")).isVisible();
    assertThat(button(page, "Call now")).hasCount(0);

    button(page, "Allow calls again…").click();
    dialog(page).getByRole(AriaRole.BUTTON, named("Allow calls again")).click();
    assertThat(button(page, "Call now")).isVisible();
  }

  @Test
  void consentAndDetailsAreWrittenDown() {
    var page = at("/contacts/" + person("Cora Said"));
    page.getByText("Write one down").click();
    page.getByLabel("Where they said so").fill("At the counter");
    button(page, "Write it down").click();
    assertThat(page.getByText("Given for calls and texts, today: At the counter")).isVisible();

    page.getByText("Change them").click();
    page.getByLabel("Time zone").fill("America/Denver");
    button(page, "Save").click();
    assertThat(page.getByText("America/Denver")).isVisible();

    page.getByText("Change them").click();
    button(page, "Remove this contact…").click();
    button(page, "Remove the contact").click();
    assertThat(page).hasURL(Pattern.compile("/contacts\\?done=removed$"));
  }

  @Test
  void aScheduleRunsNowAndIsRemovedAfterAQuestion() {
    var page = at("/schedules");
    page.getByLabel("Name").fill("Early birds");
    button(page, "Remind every day").click();
    var row = page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Early"));
    row.getByRole(AriaRole.BUTTON, inside("Run now")).click();
    assertThat(page.getByText("Running now.")).isVisible();

    row.getByRole(AriaRole.BUTTON, inside("Remove…")).click();
    button(page, "Remove the schedule").click();
    assertThat(page.getByText("Early birds")).hasCount(0);
  }

  private static String[] settings() {
    var settings = new ArrayList<>(List.of(PORTS.settings()));
    settings.add("--TWILIO_API_URL=" + CARRIER.address());
    settings.add("--TWILIO_PHONE_NUMBER=+12125550100");
    settings.add("--ALLOWED_TEST_NUMBERS=+1212867*,+1212868*");
    return settings.toArray(String[]::new);
  }

  private static FilePayload list() {
    var rows = "name,phone\nZoe Hart,212-867-0121\nYan Li,212-867-0122\nBad One,12345\n";
    return new FilePayload("autumn_list.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8));
  }

  private static UUID person(String name) {
    var id = API.database().ids().next();
    sql(
        """
        insert into contact (id, tenant_id, phone_number, name, created_at, updated_at)
        values ('%s', '%s', '+1212867%04d', '%s', now(), now())
        """
            .formatted(id, TestDatabase.TENANT, 2000 + people++, name));
    return id;
  }

  private static void record(UUID call) {
    sql(
        """
        insert into recording (id, tenant_id, call_id, provider_recording_id, state, created_at)
        values ('%s', '%s', '%s', 'RE%s', 'completed', now())
        """
            .formatted(
                API.database().ids().next(),
                TestDatabase.TENANT,
                call,
                API.database().ids().next().toString().replace("-", "")));
  }

  private static void happened(UUID call) {
    var database = API.database();
    database
        .transactions()
        .run(
            TestDatabase.TENANT,
            () ->
                new Events(database.jdbc(), database.jsonb())
                    .append(
                        Event.ofCall(
                            TestDatabase.TENANT,
                            API.part(InstantSource.class).instant(),
                            EventTypes.RECORDING_READY,
                            call,
                            null,
                            null,
                            Map.of())));
  }

  private static void sql(String statement) {
    var database = API.database();
    database.transactions().run(TestDatabase.TENANT, () -> database.jdbc().sql(statement).update());
  }

  private static int count(String query) {
    var database = API.database();
    return database
        .transactions()
        .in(
            TestDatabase.TENANT,
            () -> database.jdbc().sql(query).query((row, _) -> row.getInt(1)).single());
  }

  private static Page at(String path) {
    var page = CHROMIUM.page();
    go(page, path);
    return page;
  }

  private static void go(Page page, String path) {
    page.navigate(API.address() + path);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator heading(Page page) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
  }

  private static Locator chip(Page page, String text) {
    return page.locator(".head .chip")
        .getByText(text, new Locator.GetByTextOptions().setExact(true));
  }

  private static Locator dialog(Page page) {
    return page.locator(".ask:popover-open");
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator.GetByRoleOptions inside(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }

  /// Books that only move the campaign.
  private static final class States implements CampaignBook {
    @Override
    public CampaignAnswer apply(Command command) {
      var id = command.campaign().campaignId();
      var from = state(id);
      var to = CampaignStates.after(from, command.command());
      to.ifPresent(
          next -> sql("update campaign set state = '%s' where id = '%s'".formatted(next, id)));
      return new CampaignAnswer(to.isPresent(), to.orElse(from));
    }

    @Override
    public CampaignAnswer closeIfDone(CampaignRef campaign) {
      return new CampaignAnswer(false, state(campaign.campaignId()));
    }

    @Override
    public CampaignAnswer tellOwner(CampaignRef campaign) {
      return new CampaignAnswer(true, state(campaign.campaignId()));
    }

    private static CampaignState state(UUID id) {
      var database = API.database();
      return database
          .transactions()
          .in(
              TestDatabase.TENANT,
              () ->
                  database
                      .jdbc()
                      .sql("select state from campaign where id = :id")
                      .param("id", id)
                      .query((row, _) -> CampaignState.valueOf(row.getString("state")))
                      .single());
    }
  }
}
