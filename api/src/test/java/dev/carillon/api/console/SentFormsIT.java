package dev.carillon.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.activities.postgres.TestDatabase;
import dev.carillon.api.RunningApi;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Forms that are sent twice: after a lost answer, by Back, or by two presses.
class SentFormsIT {
  private static final Pattern KEY = Pattern.compile("name=\"formKey\" value=\"([0-9a-f-]{36})\"");

  @AutoClose private static final PhoneCompany CARRIER = new PhoneCompany();

  @AutoClose
  private static final RunningApi API =
      RunningApi.start(
          "--TWILIO_API_URL=" + CARRIER.address(),
          "--TWILIO_PHONE_NUMBER=+12125550100",
          "--ALLOWED_TEST_NUMBERS=+1212867*");

  @AutoClose private static final HttpClient HTTP = HttpClient.newHttpClient();

  @BeforeAll
  static void open() {
    Garage.openedIn(API);
  }

  @Test
  void aCallToANumberIsQueuedOnceAndTheSameCallIsShownAgain() throws Exception {
    var form = "phoneNumber=212-867-0188&purpose=follow_up&formKey=" + key("/calls");
    var first = place(post("/calls", form));

    assertThat(first).contains("/calls/").endsWith("?done=called");
    assertThat(place(post("/calls", form))).isEqualTo(first);
    assertThat(queued("+12128670188")).isEqualTo(1);
  }

  @Test
  void callsToAContactThatAreOrderedAtOnceAreOne() throws Exception {
    var contact = added("Twice Pressed", "212-867-0189");
    var form = "purpose=follow_up&formKey=" + key(contact);
    var presses = IntStream.range(0, 4).mapToObj(_ -> postLater(contact + "/call", form)).toList();
    var places = presses.stream().map(CompletableFuture::join).map(SentFormsIT::place).toList();

    assertThat(places).hasSize(4).containsOnly(places.getFirst());
    assertThat(queued("+12128670189")).isEqualTo(1);
  }

  @Test
  void aTextGoesOutOnceAndTheSecondTimeShowsWhatCameOfTheFirst() throws Exception {
    var contact = added("Once Texted", "212-867-0190");
    var form = "text=Ready+at+noon.&formKey=" + key(contact);
    var first = place(post(contact + "/messages", form));

    assertThat(first).endsWith("?done=texted");
    assertThat(place(post(contact + "/messages", form))).isEqualTo(first);
    assertThat(sent("Ready at noon.")).isEqualTo(1);
  }

  @Test
  void otherWordsUnderTheSameKeyAreAskedAboutAndGoOutWhenSentAgain() throws Exception {
    var contact = added("Second Thought", "212-867-0191");
    var key = key(contact);
    place(post(contact + "/messages", "text=Come+at+one.&formKey=" + key));
    var asked = post(contact + "/messages", "text=Come+at+two.&formKey=" + key);

    assertThat(asked.statusCode()).isEqualTo(409);
    assertThat(asked.body()).contains("This form was sent before").contains("Come at two.");
    assertThat(sent("Come at two.")).isZero();
    place(post(contact + "/messages", "text=Come+at+two.&formKey=" + key(asked.body(), contact)));
    assertThat(sent("Come at two.")).isEqualTo(1);
  }

  @Test
  void aRefusedCallMayBeOrderedAgainUnderTheSameKey() throws Exception {
    var form = "&purpose=follow_up&formKey=" + key("/calls");

    assertThat(post("/calls", "phoneNumber=12" + form).statusCode()).isEqualTo(422);
    place(post("/calls", "phoneNumber=212-867-0192" + form));
    assertThat(queued("+12128670192")).isEqualTo(1);
  }

  private static long sent(String text) {
    return CARRIER.texts().stream().filter(request -> request.contains(text)).count();
  }

  private static int queued(String number) {
    var database = API.database();
    return database
        .transactions()
        .in(
            TestDatabase.TENANT,
            () ->
                database
                    .jdbc()
                    .sql("select count(*) from dial_queue where phone_number = :number")
                    .param("number", number)
                    .query((row, _) -> row.getInt(1))
                    .single());
  }

  private static String added(String name, String number) throws Exception {
    var form = "name=" + name.replace(' ', '+') + "&phoneNumber=" + number;
    var place = place(post("/contacts", form));
    return place.substring(place.indexOf("/contacts/"), place.indexOf('?'));
  }

  private static String key(String path) throws Exception {
    var page = HTTP.send(HttpRequest.newBuilder(API.address().resolve(path)).build(), text());
    return key(page.body(), path);
  }

  private static String key(String page, String path) {
    var found = KEY.matcher(page);
    assertThat(found.find()).as("a key on %s", path).isTrue();
    return found.group(1);
  }

  private static String place(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(302);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static HttpResponse<String> post(String path, String form)
      throws IOException, InterruptedException {
    return HTTP.send(request(path, form), text());
  }

  private static CompletableFuture<HttpResponse<String>> postLater(String path, String form) {
    return HTTP.sendAsync(request(path, form), text());
  }

  private static HttpRequest request(String path, String form) {
    return HttpRequest.newBuilder(API.address().resolve(path))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Accept", "text/html")
        .POST(HttpRequest.BodyPublishers.ofString(form))
        .build();
  }

  private static HttpResponse.BodyHandler<String> text() {
    return BodyHandlers.ofString();
  }
}
