package dev.carillon.sandbox.carrier.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WebhookSignatureTest {
  private static final Map<String, String> FORM =
      Map.of(
          "Digits", "1234",
          "CallSid", "CA1234567890ABCDE",
          "To", "+18005551212",
          "Caller", "+14158675309",
          "From", "+14158675309");

  private final WebhookSignature signature = new WebhookSignature("12345");

  @ParameterizedTest
  @CsvSource({
    "https://mycompany.com/myapp.php?foo=1&bar=2, RSOYDt4T1cUTdK1PDd93/VVr8B8=",
    "https://mycompany.com:443/myapp.php?foo=1&bar=2, kvajT1Ptam85bY51eRf/AJRuM3w=",
    "http://mycompany.com:80/myapp.php?foo=1&bar=2, 0ZXoZLH/DfblKGATFgpif+LLRf4=",
    "https://mycompany.com/myapp.php, 1xaxFBvyzXYvWplzNOSs28HWO94="
  })
  void aFormIsSignedWithItsUrl(String url, String expected) {
    assertThat(signature.of(url, FORM)).isEqualTo(expected);
  }

  @Test
  void aRequestWithoutParametersIsSignedByItsUrlAlone() {
    assertThat(signature.of("https://mycompany.com/myapp.php?foo=1&bar=2", Map.of()))
        .isEqualTo("zYQTYrRWXE7LtzbG4PfP7/bkkGo=");
  }

  @Test
  void anotherBodyIsSignedByItsHashInTheUrl() {
    byte[] body = "{\"property\": \"value\", \"boolean\": true}".getBytes(StandardCharsets.UTF_8);

    String hash = WebhookSignature.bodySha256(body);

    assertThat(hash).isEqualTo("0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620");
    assertThat(
            signature.of(
                "https://mycompany.com/myapp.php?foo=1&bar=2&bodySHA256=" + hash, Map.of()))
        .isEqualTo("a9nBmqA0ju/hNViExpshrM61xv4=");
    assertThat(signature.of("https://mycompany.com/myapp.php?bodySHA256=" + hash, Map.of()))
        .isEqualTo("y77kIzt2vzLz71DgmJGsen2scGs=");
  }
}
