package dev.carillon.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.api.RunningApi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The pages as they come over HTTP, without a browser.
class ConsolePagesIT {
  @AutoClose private static final RunningApi API = RunningApi.start();
  @AutoClose private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static Garage garage;

  @BeforeAll
  static void open() {
    garage = Garage.openedIn(API);
  }

  static Stream<String> pages() {
    return Stream.of(
        "/",
        "/campaigns/new",
        "/campaigns/plan?everybody=true",
        "/campaigns/" + garage.reminder() + "/again",
        "/campaigns/" + garage.reminder(),
        "/campaigns/" + garage.reminder() + "?show=GOAL_ACHIEVED",
        "/calls",
        "/calls?show=live",
        "/calls/" + garage.liveCall(),
        "/calls/" + garage.endedCall(),
        "/contacts",
        "/contacts/" + garage.tricky(),
        "/appointments",
        "/appointments?show=past",
        "/schedules",
        "/suppressions",
        "/business");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyPageIsWholeAndRunsNoScriptButItsFiles(String path) throws Exception {
    var page = get(path);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("<h1").contains("</html>").doesNotContain("th:");
    assertThat(page.body().split("<script", -1)).hasSize(5);
    assertThat(page.body()).doesNotContain(" style=").doesNotContain(" onclick=");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("script-src 'self'")
        .doesNotContain("unsafe");
  }

  @Test
  void namesStayTextWhateverTheyHold() throws Exception {
    var escaped = "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;Söhne&quot;";

    for (var path : List.of("/contacts?search=script", "/contacts/" + garage.tricky())) {
      assertThat(get(path).body()).contains(escaped).doesNotContain("<script>");
    }
  }

  @Test
  void whatIsSearchedForStaysTextToo() throws Exception {
    var page = get("/contacts?search=%22%3E%3Cscript%3E");

    assertThat(page.body()).contains("Nobody found").contains("&quot;&gt;&lt;script&gt;");
    assertThat(page.body()).doesNotContain("\"><script>");
  }

  @Test
  void peopleAreFoundByPartsOfTheirNumber() throws Exception {
    assertThat(get("/contacts?search=867-0103").body())
        .contains("Cleo Marsh")
        .contains("(212) 867-0103")
        .doesNotContain("Ada Fontaine");
  }

  @Test
  void aCampaignSaysWhoIsCalledNextAndWhyNotSooner() throws Exception {
    var page = get("/campaigns/" + garage.reminder() + "?show=WAITING").body();

    assertThat(page).contains("Devi Raman").contains(", Los Angeles");
    assertThat(page).contains("Outside: 07:40 in Los Angeles.");
    assertThat(page).doesNotContain("Ada Fontaine");
  }

  @Test
  void aCallIsReadableAfterItIsOver() throws Exception {
    var page = get("/calls/" + garage.endedCall()).body();

    assertThat(page).contains("Ada Fontaine").contains("Yes, yes, I&#39;ll be there.");
    assertThat(page).contains("interrupted here").contains("Appointment confirmed");
    assertThat(page).contains("This call was allowed.").contains("47 CFR 64.1200(d)");
    assertThat(page).contains("/namespaces/default/workflows/call%2F" + garage.endedCall());
  }

  @Test
  void aDeadLinkIsAnsweredWithAPageForBrowsersAndAProblemForPrograms() throws Exception {
    for (var path : List.of("/nothing-here", "/calls/" + garage.tricky(), "/contacts/no-id")) {
      var page = get(path);
      assertThat(page.statusCode()).isEqualTo(404);
      assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    }
    var forPrograms = send(request("/nothing-here").header("Accept", "application/json").build());

    assertThat(forPrograms.headers().firstValue("Content-Type"))
        .hasValue("application/problem+json");
  }

  @Test
  void aNumberThatIsNoneIsRefusedOnThePageWithWhatWasTyped() throws Exception {
    var page = post("/suppressions", "phoneNumber=call+me&reason=%3Cb%3E");

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("role=\"alert\"").contains("value=\"call me\"");
    assertThat(page.body()).contains("&lt;b&gt;");
  }

  @Test
  void whoeverIsPutOnTheListIsShownThereAndCanBeTakenOff() throws Exception {
    var person = "/contacts/" + added("Pat Doe", "212-867-0177");

    assertThat(post(person + "/suppress", "").statusCode()).isEqualTo(302);
    assertThat(get("/suppressions").body()).contains("Pat Doe");
    assertThat(get(person).body())
        .contains("popovertarget=\"release\"")
        .doesNotContain("popovertarget=\"order\"");

    assertThat(post(person + "/release", "").statusCode()).isEqualTo(302);
    assertThat(get(person).body())
        .contains("popovertarget=\"order\"")
        .doesNotContain("popovertarget=\"release\"");
  }

  @Test
  void aPageOfAnotherSiteCannotPressOurButtons() throws Exception {
    var body = HttpRequest.BodyPublishers.ofString("phoneNumber=2128670188");
    var foreign =
        send(
            request("/suppressions")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(body)
                .build());

    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(get("/suppressions").body()).doesNotContain("867-0188");
  }

  @Test
  void aNoticeSaysOnlyWhatWeWrote() throws Exception {
    assertThat(get("/suppressions?done=lifted").body()).contains("Taken off the list.");
    assertThat(get("/suppressions?done=%3Cb%3EPay+here").body()).doesNotContain("Pay here");
  }

  @Test
  void aListGivesEachBadRowItsReason() throws Exception {
    var list = "name,phone\nZoe Hart,212-867-0111\nBad One,12345\n";
    var page = settled(redirect(upload(list)));

    assertThat(page).contains("people to call").contains("1 person is ready to be called");
    assertThat(page).contains("Rows left out").contains("phone");
  }

  @Test
  void theProfileIsSavedWithItsHours() throws Exception {
    var form =
        "name=Fairview&timeZone=America%2FNew_York&MON-from=08%3A00&MON-to=17%3A30"
            + "&lunch-from=12%3A00&lunch-to=12%3A30&ownerNumber=212-867-0155";

    assertThat(post("/business", form).statusCode()).isEqualTo(302);
    assertThat(get("/business").body()).contains("value=\"17:30\"").contains("+12128670155");

    var wrong = post("/business", form.replace("08%3A00", "19%3A00"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("Opening comes before closing.");
  }

  private static String added(String name, String number) throws Exception {
    var answer = post("/contacts", "name=" + name.replace(' ', '+') + "&phoneNumber=" + number);
    var path = redirect(answer);
    return path.substring("/contacts/".length(), path.indexOf('?'));
  }

  private static String settled(String path) throws Exception {
    var page = get(path).body();
    for (int look = 0; look < 400 && page.contains("Reading the list"); look++) {
      page = get(path).body();
    }
    return page;
  }

  private static HttpResponse<String> upload(String list) throws Exception {
    var form =
        """
        --edge
        Content-Disposition: form-data; name="file"; filename="people.csv"
        Content-Type: text/csv

        %s
        --edge--
        """
            .formatted(list)
            .replace("\n", "\r\n");
    return send(
        request("/imports")
            .header("Content-Type", "multipart/form-data; boundary=edge")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build());
  }

  private static String redirect(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(302);
    var target = URI.create(answer.headers().firstValue("Location").orElseThrow());
    return target.getPath() + (target.getQuery() == null ? "" : "?" + target.getQuery());
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).header("Accept", "text/html").build());
  }

  private static HttpResponse<String> post(String path, String form)
      throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "text/html")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(API.address().resolve(path));
  }

  private static HttpResponse<String> send(HttpRequest request)
      throws IOException, InterruptedException {
    return HTTP.send(request, BodyHandlers.ofString());
  }
}
