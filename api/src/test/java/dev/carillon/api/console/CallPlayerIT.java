package dev.carillon.api.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
import dev.carillon.activities.postgres.TestDatabase;
import dev.carillon.api.Chromium;
import dev.carillon.api.RunningApi;
import dev.carillon.api.TwoVoices;
import dev.carillon.api.TwoVoices.Turn;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The player of a recording in a real browser. Pictures are left in `target/console`.
class CallPlayerIT {
  /// What Ada's call of [Garage] sounds like.
  private static final byte[] SOUND =
      TwoVoices.wav(
          52,
          List.of(
              new Turn(true, 1, 7),
              new Turn(false, 8, 10),
              new Turn(true, 11, 15),
              new Turn(false, 16, 18),
              new Turn(true, 21, 26),
              new Turn(false, 27, 29),
              new Turn(true, 30, 37)));

  @AutoClose private static final PhoneCompany CARRIER = new PhoneCompany(SOUND);

  @AutoClose
  private static final RunningApi API = RunningApi.start("--TWILIO_API_URL=" + CARRIER.address());

  @AutoClose private static final Chromium CHROMIUM = new Chromium();

  private static Garage garage;

  @BeforeAll
  static void open() {
    garage = Garage.openedIn(API);
    var database = API.database();
    var id = database.ids().next();
    database
        .transactions()
        .run(
            TestDatabase.TENANT,
            () ->
                database
                    .jdbc()
                    .sql(
                        """
                        insert into recording
                          (id, tenant_id, call_id, provider_recording_id, state, created_at)
                        values (:id, :tenant, :call, :sid, 'completed', now())
                        """)
                    .param("id", id)
                    .param("tenant", TestDatabase.TENANT)
                    .param("call", garage.endedCall())
                    .param("sid", "RE" + id.toString().replace("-", ""))
                    .update());
  }

  @AfterEach
  void close() {
    CHROMIUM.clear();
  }

  @Test
  void bothSidesAreDrawnAndAClickOnThePictureSeeks() {
    var page = page(Chromium.DESK, ColorScheme.LIGHT);
    var wave = wave(page);
    assertThat(page.locator("call-player svg .under .person")).hasCount(1);
    assertThat(page.locator("call-player svg .under .agent")).hasCount(1);
    assertThat(wave).hasAttribute("aria-valuemax", "52");

    var box = wave.boundingBox();
    wave.click(new Locator.ClickOptions().setPosition(box.width / 2, box.height / 2));

    assertThat(wave).hasAttribute("aria-valuenow", "26");
    assertThat(CHROMIUM.complaints()).isEmpty();
  }

  @Test
  void theLineThatIsPlayedIsMarkedAndAClickOnALinePlaysIt() {
    var page = page(Chromium.DESK, ColorScheme.LIGHT);
    var line = page.locator("li.said", new Page.LocatorOptions().setHasText("Where can I park?"));

    line.locator("p").click();

    assertThat(line).hasClass(Pattern.compile("playing"));
    assertThat(page.locator("li.playing")).hasCount(1);
    playedTo(page, 27.2);
    assertThat(page.locator("audio").evaluate("player => player.paused")).isEqualTo(false);
    picture(page, "player-playing");
    page.getByRole(AriaRole.BUTTON, named("Pause the recording")).click();
    assertThat(page.locator("audio").evaluate("player => player.paused")).isEqualTo(true);
  }

  @Test
  void thePlayerIsWorkedByKeys() {
    var page = page(Chromium.DESK, ColorScheme.LIGHT);
    var wave = wave(page);
    assertThat(wave).hasAttribute("aria-valuemax", "52");
    wave.focus();

    wave.press("PageUp");
    wave.press("ArrowRight");
    assertThat(wave).hasAttribute("aria-valuetext", "0:20 of 0:52");
    wave.press("ArrowLeft");
    assertThat(wave).hasAttribute("aria-valuenow", "15");
    wave.press("End");
    assertThat(wave).hasAttribute("aria-valuenow", "52");
    wave.press("Home");
    assertThat(wave).hasAttribute("aria-valuenow", "0");
    wave.press(" ");

    assertThat(page.getByRole(AriaRole.BUTTON, named("Pause the recording"))).isVisible();
    playedTo(page, 1);
    page.getByRole(AriaRole.BUTTON, named("Play from 0:16")).press("Enter");
    assertThat(wave).hasAttribute("aria-valuenow", Pattern.compile("1[67]"));
  }

  @Test
  void itFitsADeskAndAPhoneByDayAndByNight() {
    for (int width : new int[] {Chromium.DESK, Chromium.PHONE}) {
      for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        var page = page(width, scheme);
        wave(page).press("PageUp");
        assertThat(page.locator("call-player svg .over .agent")).hasCount(1);
        picture(page, "player-%d-%s".formatted(width, scheme));
        var widest = (Number) page.evaluate("document.documentElement.scrollWidth");
        assertThat(widest.intValue()).isLessThanOrEqualTo(width);
      }
    }
    assertThat(CHROMIUM.complaints()).isEmpty();
  }

  private static Page page(int width, ColorScheme scheme) {
    var page = CHROMIUM.page(width, scheme, true);
    page.navigate(
        API.address() + "/calls/" + garage.endedCall(),
        new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
    return page;
  }

  private static void playedTo(Page page, double second) {
    page.locator("audio")
        .evaluate(
            """
            (player, second) => new Promise(resolve => {
              const look = () => player.currentTime > second && resolve();
              player.addEventListener('timeupdate', look);
              look();
            })
            """,
            second);
  }

  private static Locator wave(Page page) {
    return page.getByRole(
        AriaRole.SLIDER, new Page.GetByRoleOptions().setName("Place in the recording"));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/console/%s.png".formatted(name))));
  }
}
