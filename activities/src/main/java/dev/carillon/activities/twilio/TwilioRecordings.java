package dev.carillon.activities.twilio;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The recordings that the carrier keeps, as WAV files.
public final class TwilioRecordings implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(TwilioRecordings.class);
  private static final Pattern SID = Pattern.compile("RE[0-9a-f]{32}");
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int FOUND = 200;

  private final TwilioProperties properties;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(3))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  TwilioRecordings(TwilioProperties properties) {
    this.properties = properties;
  }

  /// The recording's bytes, which the caller closes; empty when the carrier has none to give.
  public Optional<InputStream> fetch(String recordingSid) throws InterruptedException {
    if (!properties.on() || !SID.matcher(recordingSid).matches()) {
      return Optional.empty();
    }
    var address =
        "%s/2010-04-01/Accounts/%s/Recordings/%s.wav"
            .formatted(properties.apiUrl(), properties.accountSid(), recordingSid);
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .timeout(LIMIT)
            .header("Authorization", credentials())
            .build();
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      if (answer.statusCode() == FOUND) {
        return Optional.of(answer.body());
      }
      answer.body().close();
      log.atInfo()
          .addKeyValue("recording", recordingSid)
          .addKeyValue("status", answer.statusCode())
          .log("the carrier gave no recording");
    } catch (IOException e) {
      log.atWarn()
          .addKeyValue("recording", recordingSid)
          .addKeyValue("failure", e.getClass().getSimpleName())
          .log("a recording could not be fetched");
    }
    return Optional.empty();
  }

  private String credentials() {
    var pair = properties.accountSid() + ":" + properties.authToken();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
