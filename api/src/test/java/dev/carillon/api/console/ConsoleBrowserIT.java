package dev.carillon.api.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
import dev.carillon.activities.postgres.TestDatabase;
import dev.carillon.activities.postgres.events.Event;
import dev.carillon.activities.postgres.events.EventTypes;
import dev.carillon.activities.postgres.events.Events;
import dev.carillon.api.RunningApi;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The console in a real browser. Pictures of the pages are left in `target/console`.
class ConsoleBrowserIT {
  private static final int DESK = 1360;
  private static final int PHONE = 390;

  @AutoClose private static final RunningApi API = RunningApi.start();

  @AutoClose
  private static final Playwright PLAYWRIGHT =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

  // Ends with Playwright.
  private static final Browser BROWSER =
      PLAYWRIGHT
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(Path.of("/usr/bin/chromium"))
                  .setArgs(List.of("--no-sandbox", "--no-proxy-server")));

  private static Garage garage;

  private final List<String> complaints = new ArrayList<>();
  private final List<BrowserContext> contexts = new ArrayList<>();

  @BeforeAll
  static void open() {
    garage = Garage.openedIn(API);
  }

  @AfterEach
  void close() {
    contexts.forEach(BrowserContext::close);
  }

  @Test
  void pagesFitADeskAndAPhoneByDayAndByNight() {
    for (var width : List.of(DESK, PHONE)) {
      for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        var page = page(width, scheme, true);
        paths().forEach((name, path) -> look(page, width, scheme, name, path));
      }
    }

    assertThat(complaints).isEmpty();
  }

  @Test
  void nightIsDark() {
    var day = page(DESK, ColorScheme.LIGHT, true);
    var night = page(DESK, ColorScheme.DARK, true);
    go(day, "/");
    go(night, "/");

    assertThat(ground(day)).isGreaterThan(200);
    assertThat(ground(night)).isLessThan(60);
  }

  @Test
  void whatIsSaidAppearsWhileItIsSaid() {
    var page = page(DESK, ColorScheme.LIGHT, true);
    go(page, "/calls/" + garage.liveCall());
    assertThat(page.getByText("Could we make it a bit later?")).isVisible();

    say(7, "Eleven would be <b>perfect</b>.");

    assertThat(page.getByText("Eleven would be <b>perfect</b>.")).isVisible();
    assertThat(complaints).isEmpty();
  }

  @Test
  void pagesCanBeReadWithoutScripts() {
    var page = page(DESK, ColorScheme.LIGHT, false);
    go(page, "/calls/" + garage.endedCall());

    assertThat(page.getByText("Where can I park?")).isVisible();
    page.getByText("The 4 rules that were looked at").click();
    assertThat(page.getByText("47 CFR 64.1200(d)")).isVisible();
  }

  @Test
  void everythingCanBeReachedByKeyboard() {
    var page = page(DESK, ColorScheme.LIGHT, true);
    go(page, "/");

    page.keyboard().press("Tab");
    assertThat(page.getByText("Skip to content")).isFocused();
    for (int i = 0; i < 3; i++) {
      page.keyboard().press("Tab");
    }
    page.keyboard().press("Enter");

    assertThat(page).hasURL(API.address() + "/calls");
  }

  private static Map<String, String> paths() {
    return Map.ofEntries(
        Map.entry("campaigns", "/"),
        Map.entry("campaign", "/campaigns/" + garage.reminder()),
        Map.entry("upload", "/campaigns/new"),
        Map.entry("plan", "/campaigns/plan?everybody=true"),
        Map.entry("again", "/campaigns/" + garage.reminder() + "/again"),
        Map.entry("calls", "/calls"),
        Map.entry("call", "/calls/" + garage.endedCall()),
        Map.entry("live-call", "/calls/" + garage.liveCall()),
        Map.entry("contacts", "/contacts"),
        Map.entry("contact", "/contacts/" + garage.tricky()),
        Map.entry("appointments", "/appointments"),
        Map.entry("schedules", "/schedules"),
        Map.entry("suppressions", "/suppressions"),
        Map.entry("business", "/business"));
  }

  private void look(Page page, int width, ColorScheme scheme, String name, String path) {
    go(page, path);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/console/%s-%d-%s.png".formatted(name, width, scheme))));
    var widest = (Number) page.evaluate("document.documentElement.scrollWidth");
    assertThat(widest.intValue()).describedAs(name).isLessThanOrEqualTo(width);
  }

  private static int ground(Page page) {
    var colour = (String) page.evaluate("getComputedStyle(document.body).backgroundColor");
    return Integer.parseInt(colour.replaceAll("^\\D+(\\d+).*$", "$1"));
  }

  private static void say(int seq, String text) {
    var database = API.database();
    database
        .transactions()
        .run(
            TestDatabase.TENANT,
            () -> {
              garage.say(garage.liveCall(), seq, 1, "PERSON", text, false);
              new Events(database.jdbc(), database.jsonb())
                  .append(
                      Event.ofCall(
                          TestDatabase.TENANT,
                          API.part(InstantSource.class).instant(),
                          EventTypes.VOICE_RECEIVED,
                          garage.liveCall(),
                          garage.reminder(),
                          null,
                          Map.of()));
            });
  }

  private Page page(int width, ColorScheme scheme, boolean scripts) {
    var context =
        BROWSER.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, width == PHONE ? 844 : 900)
                .setColorScheme(scheme)
                .setJavaScriptEnabled(scripts));
    contexts.add(context);
    var page = context.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") || message.type().equals("warning")) {
        complaints.add(message.text());
      }
    });
    return page;
  }

  private static void go(Page page, String path) {
    page.navigate(
        API.address() + path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
  }
}
