package dev.carillon.platform.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.platform.Installation;
import dev.carillon.platform.environment.Environment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiagnosisTest {
  @TempDir Path folder;

  @Test
  void aProviderWithoutCredentialsIsOffAndSaysWhatToSet() {
    assertThat(finding("Anthropic", Map.of()))
        .isEqualTo(Finding.off("Anthropic", "off; to use it set ANTHROPIC_API_KEY"));
    assertThat(finding("OpenAI", Map.of()))
        .isEqualTo(Finding.off("OpenAI", "played by the sandbox; to use it set OPENAI_API_KEY"));
    assertThat(finding("OpenAI", Map.of("CARILLON_SANDBOX", "off")).state()).startsWith("off");
  }

  @Test
  void halfTheCredentialsAreWrong() {
    assertThat(finding("Twilio", Map.of("TWILIO_ACCOUNT_SID", "AC1")))
        .isEqualTo(
            Finding.wrong(
                "Twilio", "half configured: set TWILIO_AUTH_TOKEN, TWILIO_PHONE_NUMBER too"));
  }

  @Test
  void aRealCarrierNeedsAnAddressItCanReach() {
    var real =
        Map.of(
            "TWILIO_ACCOUNT_SID", "AC1",
            "TWILIO_AUTH_TOKEN", "t",
            "TWILIO_PHONE_NUMBER", "+1",
            "PUBLIC_URL", "http://127.0.0.1:8080");

    assertThat(finding("PUBLIC_URL", real).verdict()).isEqualTo(Finding.Verdict.WRONG);
    assertThat(finding("MEDIA_PUBLIC_URL", real).state()).contains("docs/setup.md");
  }

  @Test
  void aTakenPortIsNamedWithItsVariable() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = Integer.toString(taken.getLocalPort());

      assertThat(finding("port " + port, Map.of("CARILLON_SANDBOX_PORT", port)))
          .isEqualTo(
              Finding.wrong(
                  "port " + port, "is taken: set CARILLON_SANDBOX_PORT to another, or to 0"));
    }
  }

  @Test
  void theDevelopmentServerBesideAPublicAddressIsPointedOut() {
    assertThat(finding("Temporal", Map.of("PUBLIC_URL", "https://carillon.example")).state())
        .startsWith("the development server, beside a public address");
  }

  @Test
  void aDatabaseWithoutItsUserIsWrong() {
    assertThat(finding("PostgreSQL", Map.of("DATABASE_URL", "jdbc:postgresql://db/c")).verdict())
        .isEqualTo(Finding.Verdict.WRONG);
  }

  @Test
  void saysThatTheSandboxRingsNobody() {
    assertThat(finding("dialling", Map.of()).state()).contains("no real phone can ring");
    assertThat(finding("dialling", Map.of("CARILLON_SANDBOX", "off")).state())
        .contains("nothing is dialled until");
  }

  private Finding finding(String what, Map<String, String> given) {
    var variables = new HashMap<String, String>();
    for (var port :
        new String[] {"API", "MEDIA_BRIDGE", "SANDBOX", "TEMPORAL", "TEMPORAL_UI", "POSTGRES"}) {
      variables.put("CARILLON_" + port + "_PORT", "0");
    }
    variables.putAll(given);
    var installation = new Installation(folder, folder, folder);
    return new Diagnosis(new Environment(variables), installation)
        .findings().stream()
            .filter(finding -> finding.what().equals(what))
            .findFirst()
            .orElseThrow();
  }
}
