package dev.carillon.sandbox.carrier.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.carillon.sandbox.carrier.Form;
import dev.carillon.sandbox.ledger.Ledger;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RulesTest {
  private static final String OWN = "+15005550006";

  private final Ledger ledger = new Ledger(InstantSource.system());
  private final Rules rules = new Rules(ledger, OWN);

  @Test
  void anOrdinaryCallIsTaken() {
    Form form = aCall(Map.of("MachineDetection", "Enable", "Timeout", "25"));

    assertThat(rules.checkCreate(form)).isEqualTo(form);
    assertThat(ledger.of("strict")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "To, 4155550123, 21211",
    "To, '', 21201",
    "From, 5005550006, 21212",
    "From, +14155550199, 21210",
    "Url, ftp://app/voice, 21205",
    "Url, '', 21205",
    "Timeout, 601, 20001",
    "Timeout, soon, 20001",
    "MachineDetection, On, 20001",
    "Record, yes, 20001",
    "StatusCallbackEvent, hungup, 21626"
  })
  void aWrongParameterIsRefusedWithTheCarriersCode(String name, String value, int code) {
    Form form = aCall(Map.of(name, value));

    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> rules.checkCreate(form))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code))
        .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(400));
    assertThat(ledger.of("strict")).hasSize(1);
  }

  @Test
  void twoDocumentsAreOneTooMany() {
    Form form = aCall(Map.of("Twiml", "<Response/>"));

    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> rules.checkCreate(form))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(21205));
  }

  @Test
  void aJoinedListOfEventsLeavesTheCallAtInitiated() {
    Form form = aCall(Map.of("StatusCallbackEvent", "initiated ringing answered completed"));

    Form understood = rules.checkCreate(form);

    assertThat(understood.all("StatusCallbackEvent")).containsExactly("initiated");
    assertThat(ledger.of("strict"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.text("what")).contains("joined"));
  }

  @Test
  void asyncDetectionWithoutACallbackIsNoted() {
    rules.checkCreate(aCall(Map.of("MachineDetection", "Enable", "AsyncAmd", "true")));

    assertThat(ledger.of("strict"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.text("what")).startsWith("21262"));
  }

  @Test
  void aTextNeedsARecipientASenderAndWords() {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> rules.checkMessage(Form.of(Map.of("To", "+14155550123", "From", OWN))))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(21602));
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> rules.checkMessage(Form.of(Map.of("To", "+14155550123", "Body", "x"))))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(21603));
  }

  @Test
  void aNumberInABreachDoesNotReachTheLedgersStrictLines() {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> rules.checkCreate(aCall(Map.of("From", "+14155550199"))));

    assertThat(ledger.of("strict").getFirst().text("what")).doesNotContain("4155550199");
  }

  @Test
  void aPageKnowsItsNeighbours() {
    List<Map<String, @org.jspecify.annotations.Nullable Object>> items =
        List.of(Map.of("n", 1), Map.of("n", 2), Map.of("n", 3));

    Map<String, @org.jspecify.annotations.Nullable Object> page =
        new Page("/Calls.json", Map.of("PageSize", "1", "Page", "1", "To", "+1"))
            .of("calls", items);

    assertThat(page.get("calls")).isEqualTo(List.of(Map.of("n", 2)));
    assertThat(page.get("next_page_uri")).isEqualTo("/Calls.json?To=%2B1&PageSize=1&Page=2");
    assertThat(page.get("previous_page_uri")).isEqualTo("/Calls.json?To=%2B1&PageSize=1&Page=0");
  }

  private static Form aCall(Map<String, String> changes) {
    Map<String, String> fields = new HashMap<>();
    fields.put("To", "+14155550123");
    fields.put("From", OWN);
    fields.put("Url", "http://127.0.0.1:8080/voice");
    fields.putAll(changes);
    return Form.of(fields);
  }
}
