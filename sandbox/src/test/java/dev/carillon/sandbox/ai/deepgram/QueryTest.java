package dev.carillon.sandbox.ai.deepgram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTest {
  private static final String PHONE = "encoding=mulaw&sample_rate=8000&";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          model=nova-3&colour=red                   | colour
          model=nova-9                              | model
          model=nova-3&encoding=linear16            | encoding
          model=nova-3&channels=2                   | channels
          model=nova-3&interim_results=yes          | interim_results
          model=nova-3&endpointing=soon             | endpointing
          model=nova-3&utterance_end_ms=1000        | interim_results=true
          model=nova-3&interim_results=true&utterance_end_ms=500 | utterance_end_ms
          model=nova-3&keywords=acme                | keywords
          model=nova-2&keyterm=acme                 | keyterm
          model=nova-3&model=nova-2                 | more than once
          """)
  void aWrongParameterOfListeningIsNamed(String query, String named) {
    assertThatThrownBy(() -> ListenOptions.of(parameters(PHONE + query)))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.status()).isEqualTo(400);
              assertThat(refusal.shown()).contains(named);
            });
  }

  @ParameterizedTest
  @CsvSource({"container=wav,container", "model=bella,model", "speed=2,speed"})
  void aWrongParameterOfSpeakingIsNamed(String query, String named) {
    assertThatThrownBy(() -> SpeakOptions.of(parameters(PHONE + query)))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.shown()).contains(named));
  }

  @Test
  void aRawStreamMustSayWhatItIs() {
    assertThatThrownBy(() -> ListenOptions.of(parameters("model=nova-3&encoding=mulaw")))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.shown()).contains("sample_rate"));
  }

  @Test
  void theDefaultsAreTheProviders() {
    ListenOptions options = ListenOptions.of(parameters(PHONE + "keywords=a&keywords=b"));

    assertThat(options.pauseMs()).isEqualTo(10);
    assertThat(options.endpoints()).isTrue();
    assertThat(options.interim()).isFalse();
    assertThat(options.speechStarts()).isFalse();
    assertThat(options.utteranceEndMs()).isZero();
  }

  private static Map<String, List<String>> parameters(String query) {
    Map<String, List<String>> parameters = new TreeMap<>();
    for (String each : query.split("&", -1)) {
      String[] parts = each.split("=", 2);
      if (each.startsWith("encoding=linear16")) {
        parameters.remove("encoding");
      }
      parameters.computeIfAbsent(parts[0], _ -> new ArrayList<>()).add(parts[1]);
    }
    return parameters;
  }
}
