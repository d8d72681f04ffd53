package dev.carillon.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwilioSignatureTest {
  private static final String URL = "https://mycompany.com/myapp.php?foo=1&bar=2";
  private static final String SIGNED = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
  private static final Map<String, List<String>> FORM =
      Map.of(
          "Digits", List.of("1234"),
          "CallSid", List.of("CA1234567890ABCDE"),
          "To", List.of("+18005551212"),
          "Caller", List.of("+14158675309"),
          "From", List.of("+14158675309"));
  private static final byte[] BODY =
      "{\"property\": \"value\", \"boolean\": true}".getBytes(StandardCharsets.UTF_8);
  private static final String HASH =
      "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";

  private final TwilioSignature signature = new TwilioSignature(List.of("12345"));

  @ParameterizedTest
  @CsvSource({
    "https://mycompany.com/myapp.php?foo=1&bar=2, RSOYDt4T1cUTdK1PDd93/VVr8B8=",
    "https://mycompany.com/myapp.php?foo=1&bar=2, kvajT1Ptam85bY51eRf/AJRuM3w=",
    "https://mycompany.com:443/myapp.php?foo=1&bar=2, RSOYDt4T1cUTdK1PDd93/VVr8B8=",
    "https://mycompany.com:8443/myapp.php?foo=1&bar=2, RSOYDt4T1cUTdK1PDd93/VVr8B8=",
    "http://mycompany.com/myapp.php?foo=1&bar=2, 0ZXoZLH/DfblKGATFgpif+LLRf4=",
    "https://mycompany.com/myapp.php, 1xaxFBvyzXYvWplzNOSs28HWO94=",
    "https://mycompany.com/myapp.php?foo=1&bar=2#rc=2, RSOYDt4T1cUTdK1PDd93/VVr8B8="
  })
  void aFormIsVerifiedWithAndWithoutThePort(String url, String signed) {
    assertThat(signature.signsForm(url, FORM, signed)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "http://mycompany.com/myapp.php?foo=1&bar=2",
    "https://mycompany.com/myapp.php/?foo=1&bar=2",
    "https://mycompany.com/myapp.php?bar=2&foo=1",
    "https://MyCompany.com/myapp.php?foo=1&bar=2",
    "https://user@mycompany.com/myapp.php?foo=1&bar=2",
    "wss://mycompany.com/myapp.php?foo=1&bar=2",
    "'https://mycompany.com/myapp.php?foo=1&bar=2 '"
  })
  void anotherAddressIsRefused(String url) {
    assertThat(signature.signsForm(url, FORM, SIGNED)).isFalse();
  }

  @Test
  void anEncodedQuerySurvivesAChangeOfPort() {
    String url = "https://mycompany.com/voice?from=%2B1212";
    String signed = sign("https://mycompany.com:443/voice?from=%2B1212");

    assertThat(signature.signsGet(url, signed)).isTrue();
  }

  @Test
  void aRequestWithoutParametersIsVerified() {
    assertThat(signature.signsGet(URL, "zYQTYrRWXE7LtzbG4PfP7/bkkGo=")).isTrue();
    assertThat(signature.signsForm(URL, Map.of(), "zYQTYrRWXE7LtzbG4PfP7/bkkGo=")).isTrue();
  }

  @Test
  void everyValueOfAParameterIsSigned() {
    String signed = sign("https://a.example/smsA1A2B3");

    assertThat(signed(Map.of("A", List.of("2", "1"), "B", List.of("3")), signed)).isTrue();
    assertThat(signed(Map.of("A", List.of("1", "2", "1"), "B", List.of("3")), signed)).isTrue();
    assertThat(signed(Map.of("A", List.of("2"), "B", List.of("3")), signed)).isFalse();
  }

  @Test
  void aBodyIsVerifiedByItsHash() {
    String withQuery = URL + "&bodySHA256=" + HASH;
    String alone = "https://mycompany.com/myapp.php?bodySHA256=" + HASH;

    assertThat(signature.signsBody(withQuery, BODY, "a9nBmqA0ju/hNViExpshrM61xv4=")).isTrue();
    assertThat(signature.signsBody(alone, BODY, "y77kIzt2vzLz71DgmJGsen2scGs=")).isTrue();
  }

  @Test
  void anotherBodyOrNoHashIsRefused() {
    String withQuery = URL + "&bodySHA256=" + HASH;
    byte[] other = "{\"property\": \"other\"}".getBytes(StandardCharsets.UTF_8);

    assertThat(signature.signsBody(withQuery, other, "a9nBmqA0ju/hNViExpshrM61xv4=")).isFalse();
    assertThat(signature.signsBody(URL, BODY, sign(URL))).isFalse();
  }

  @Test
  void aStreamIsVerifiedUnderEitherScheme() {
    String stream = "wss://bridge.example/media/token";

    assertThat(signature.signsUpgrade(stream, sign(stream))).isTrue();
    assertThat(signature.signsUpgrade(stream, sign("wss://bridge.example:443/media/token")))
        .isTrue();
    assertThat(signature.signsUpgrade(stream, sign("https://bridge.example/media/token"))).isTrue();
    assertThat(signature.signsUpgrade(stream, sign("http://bridge.example/media/token"))).isFalse();
    assertThat(signature.signsUpgrade(stream, sign("wss://bridge.example/media/other"))).isFalse();
  }

  @Test
  void aLoopbackStreamKeepsItsPort() {
    String stream = "ws://127.0.0.1:8081/media/token";

    assertThat(signature.signsUpgrade(stream, sign(stream))).isTrue();
    assertThat(signature.signsUpgrade("ws://[::1]:8081/m", sign("ws://[::1]:8081/m"))).isTrue();
  }

  @Test
  void eachByteCounts() {
    for (int i = 0; i < SIGNED.length(); i++) {
      assertThat(signature.signsForm(URL, FORM, flipped(SIGNED, i))).as("signature").isFalse();
    }
    for (int i = 0; i < URL.length(); i++) {
      assertThat(signature.signsForm(flipped(URL, i), FORM, SIGNED)).as("url").isFalse();
    }
    for (String name : FORM.keySet()) {
      var changed = new TreeMap<>(FORM);
      changed.put(name, List.of(flipped(FORM.get(name).getFirst(), 0)));
      assertThat(signature.signsForm(URL, changed, SIGNED)).as("parameter").isFalse();
    }
  }

  @Test
  void aMissingOrPaddedSignatureIsRefused() {
    assertThat(signature.signsForm(URL, FORM, null)).isFalse();
    assertThat(signature.signsForm(URL, FORM, "")).isFalse();
    assertThat(signature.signsForm(URL, FORM, SIGNED + " ")).isFalse();
  }

  // The carrier's scheme joins names and values, so these two cannot be told apart by the
  // signature: whoever reads the parameters must know their shape.
  @Test
  void joinedParametersAreAmbiguous() {
    String signed = sign("https://a.example/smsA1B2");

    assertThat(signed(Map.of("A", List.of("1B2")), signed)).isTrue();
    assertThat(signed(Map.of("A", List.of("1"), "B", List.of("2")), signed)).isTrue();
  }

  @Test
  void bothTokensCountWhileOneIsChanged() {
    var changing = new TwilioSignature(List.of("67890", "12345"));

    assertThat(changing.signsForm(URL, FORM, SIGNED)).isTrue();
  }

  @Test
  void nothingIsVerifiedWithoutAToken() {
    assertThatThrownBy(() -> new TwilioSignature(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TwilioSignature(List.of(" ")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private boolean signed(Map<String, List<String>> form, String signed) {
    return signature.signsForm("https://a.example/sms", form, signed);
  }

  private static String sign(String text) {
    return Base64.getEncoder().encodeToString(Hmac.sha1("12345").of(text));
  }

  private static String flipped(String text, int at) {
    char other = text.charAt(at) == 'x' ? 'y' : 'x';
    return text.substring(0, at) + other + text.substring(at + 1);
  }
}
