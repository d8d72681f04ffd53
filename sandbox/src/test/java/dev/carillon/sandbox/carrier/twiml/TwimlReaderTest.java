package dev.carillon.sandbox.carrier.twiml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TwimlReaderTest {
  @Test
  void aStreamWithParametersAndARedirectAreRead() {
    TwimlDocument document =
        TwimlReader.read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <Response>
              <Connect><Stream url="wss://bridge.example.com/media/abc">
                <Parameter name="callId" value="42"/></Stream></Connect>
              <Redirect method="POST">/resume</Redirect>
            </Response>
            """);

    assertThat(document.breaches()).isEmpty();
    assertThat(document.verbs())
        .containsExactly(
            new Verb.Connect(
                new Verb.Stream(
                    "wss://bridge.example.com/media/abc",
                    "",
                    Map.of("callId", "42"),
                    new Verb.Callback(null, "POST", List.of())),
                null),
            new Verb.Redirect("/resume", "POST"));
  }

  @Test
  void everyVerbOfACallIsKnown() {
    TwimlDocument document =
        TwimlReader.read(
            """
            <Response><Say voice="x">Hi</Say><Play>http://a/b.wav</Play><Pause length="2"/>
            <Gather numDigits="1" input="dtmf speech" action="/g"><Say>Press one</Say></Gather>
            <Start><Recording recordingStatusCallback="/r"/></Start>
            <Dial timeout="9" action="/d"><Number>+14155550100</Number></Dial>
            <Record maxLength="30" action="/v"/><Reject reason="busy"/><Hangup/></Response>
            """);

    assertThat(document.breaches()).isEmpty();
    assertThat(document.verbs()).hasSize(9);
    assertThat(document.verbs()).contains(new Verb.Pause(Duration.ofSeconds(2)));
  }

  @Test
  void unknownVerbsAndAttributesAreBreachesAndLeftOut() {
    TwimlDocument document =
        TwimlReader.read("<Response><Shout>Hi</Shout><Hangup now=\"yes\"/></Response>");

    assertThat(document.verbs()).containsExactly(new Verb.Hangup());
    assertThat(document.breaches())
        .containsExactly(
            "12200 unknown TwiML verb Shout in Response", "12200 unknown attribute now of Hangup");
  }

  @Test
  void aStreamNeedsASecureAddressWithoutAQuery() {
    assertThat(breachOf("ws://bridge.example.com/media")).startsWith("31922");
    assertThat(breachOf("wss://bridge.example.com/media?token=1")).startsWith("31920");
    assertThat(breachOf("wss:///media")).startsWith("31923");
    assertThat(breachOf("ws://127.0.0.1:8081/media/abc")).isEmpty();
  }

  @Test
  void aParameterMayNotHaveFiveHundredCharacters() {
    String value = "x".repeat(494);

    TwimlDocument document =
        TwimlReader.read(
            "<Response><Connect><Stream url=\"wss://a/b\"><Parameter name=\"callId\" value=\""
                + value
                + "\"/></Stream></Connect></Response>");

    assertThat(document.breaches()).singleElement().asString().contains("500 characters");
  }

  @Test
  void whatIsNoTwimlCannotBeRun() {
    assertThat(TwimlReader.read("{\"error\":1}").readable()).isFalse();
    assertThat(TwimlReader.read("<html></html>").breaches()).first().asString().startsWith("12102");
    assertThat(TwimlReader.read("").readable()).isTrue();
  }

  @Test
  void entitiesFromOutsideAreRefused() {
    TwimlDocument document =
        TwimlReader.read(
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Response>&e;</Response>");

    assertThat(document.readable()).isFalse();
  }

  private static String breachOf(String url) {
    TwimlDocument document =
        TwimlReader.read("<Response><Connect><Stream url=\"" + url + "\"/></Connect></Response>");
    return document.breaches().isEmpty() ? "" : document.breaches().getFirst();
  }
}
