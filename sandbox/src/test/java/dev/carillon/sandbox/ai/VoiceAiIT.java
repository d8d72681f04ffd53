package dev.carillon.sandbox.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.carillon.sandbox.ledger.Ledger;
import dev.carillon.sandbox.speech.Listening;
import dev.carillon.sandbox.speech.Phrases;
import dev.carillon.sandbox.speech.Speaker;
import dev.carillon.sandbox.speech.SpeakerVoice;
import dev.carillon.sandbox.speech.Speech;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoiceAiIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String KEY = "sandbox-key";
  private static final Speech SPEECH = new Speech();
  private static final Listening LISTENING = new Listening(Phrases.standard());
  private static final Ledger LEDGER = new Ledger(InstantSource.system());
  private static final VoiceAi AI =
      new VoiceAi(KEY, KEY, LEDGER, SPEECH, LISTENING, InstantSource.system(), new Random(3));
  private static Javalin server;

  @BeforeAll
  static void start() {
    server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  VoiceAi.prepare(config);
                  AI.addTo(config.routes);
                })
            .start("127.0.0.1", 0);
  }

  @AfterAll
  static void stop() {
    server.stop();
    AI.close();
    SPEECH.close();
    LISTENING.close();
  }

  @AfterEach
  void nothingFails() throws IOException, InterruptedException {
    post("/sandbox/ai/faults", "[]");
  }

  @ParameterizedTest
  @CsvSource({"audio/pcmu", "audio/pcm", "audio/pcma"})
  void aRealConversationEndsWithTheToolOfWhatWasSaid(String format) throws IOException {
    try (RealtimeClient client = connect(KEY)) {
      client.await("session.created");
      client.send(
          """
          {"type":"session.update","session":{"type":"realtime","audio":{
            "input":{"format":{"type":"%s"},"turn_detection":{"type":"server_vad","silence_duration_ms":500},
              "transcription":{"model":"gpt-4o-mini-transcribe"}},
            "output":{"format":{"type":"%s"}}},
            "tools":[{"type":"function","name":"confirm_appointment","parameters":{"type":"object","properties":{}}}]}}\
          """
              .formatted(format, format));
      assertThat(client.await("session.updated").at("/session/audio/output/format/type").asText())
          .isEqualTo(format);

      client.send("{\"type\":\"response.create\"}");
      client.await("response.done");
      assertThat(understood(client, format)).startsWith("Hello, this is the automated assistant.");

      client.say(
          SPEECH.speak(new SpeakerVoice("person", 120, 160), "Yes, that suits me well."), format);
      JsonNode call = client.await("response.function_call_arguments.done");
      assertThat(call.path("name").asText()).isEqualTo("confirm_appointment");
      client.await("response.done");
      client.send(
          """
          {"type":"conversation.item.create","item":{"type":"function_call_output","call_id":"%s","output":"{}"}}\
          """
              .formatted(call.path("call_id").asText()));
      client.send("{\"type\":\"response.create\"}");
      client.await("response.done");
      assertThat(understood(client, format)).isEqualTo("Very good, that is confirmed then.");
      assertThat(client.seen("conversation.item.input_audio_transcription.completed"))
          .hasValueSatisfying(event ->
              assertThat(event.path("transcript").asText()).isEqualTo("Yes, that suits me well."));
    }
    assertThat(LEDGER.of("ai_tool")).isNotEmpty();
  }

  @Test
  void theDoorIsClosedWithoutTheRightKeyOrModel() {
    assertThat(refusal("/v1/realtime?model=gpt-realtime-2.1", "other")).isEqualTo(401);
    assertThat(refusal("/v1/realtime", KEY)).isEqualTo(400);
  }

  @Test
  void theBetaIsOver() {
    RealtimeClient client =
        RealtimeClient.open(
            HTTP, address("/v1/realtime?model=gpt-realtime-2.1"), KEY, "OpenAI-Beta");
    try (client) {
      assertThat(client.await("error").at("/error/code").asText())
          .isEqualTo("beta_api_shape_disabled");
    }
  }

  @Test
  void faultsAreSwitchedOnOverHttp() throws IOException, InterruptedException {
    assertThat(post("/sandbox/ai/faults", "[{\"kind\":\"refuse\",\"status\":429}]").statusCode())
        .isEqualTo(204);
    assertThat(refusal("/v1/realtime?model=gpt-realtime-2.1", KEY)).isEqualTo(429);
    assertThat(post("/v1/responses", "{\"model\":\"gpt-5-mini\",\"input\":\"hi\"}").statusCode())
        .isEqualTo(429);

    post("/sandbox/ai/faults", "[{\"kind\":\"close_mid_call\",\"seconds\":0.1,\"code\":1011}]");
    try (RealtimeClient client = connect(KEY)) {
      assertThat(client.awaitClose()).isEqualTo(1011);
    }
    assertThat(post("/sandbox/ai/faults", "[{\"kind\":\"sulk\"}]").statusCode())
        .isGreaterThanOrEqualTo(400);
  }

  @Test
  void aChatModelFillsAStrictSchemaAndRefusesAnOpenOne() throws IOException, InterruptedException {
    String request =
        """
        {"model":"gpt-5-mini","messages":[{"role":"user","content":"<transcript>\\nCustomer: Do not phone me any more.\\n</transcript>"}],
         "response_format":{"type":"json_schema","json_schema":{"name":"call","strict":true,"schema":{"type":"object",%s
          "required":["outcome"],"properties":{"outcome":{"type":"string","enum":["GOAL_ACHIEVED","OPTED_OUT"]}}}}}}\
        """;

    JsonNode answer =
        JSON.readTree(
            post("/v1/chat/completions", request.formatted("\"additionalProperties\":false,"))
                .body());
    assertThat(answer.at("/choices/0/message/content").asText())
        .isEqualTo("{\"outcome\":\"OPTED_OUT\"}");
    assertThat(answer.at("/usage/total_tokens").asInt()).isPositive();

    HttpResponse<String> refused = post("/v1/chat/completions", request.formatted(""));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(refused.body()).at("/error/message").asText())
        .contains("additionalProperties");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /v1/chat/completions | {"model":"m"}                                     | messages
          /v1/chat/completions | {"messages":[{"role":"user","content":"hi"}]}     | model
          /v1/chat/completions | {"model":"m","prompt":"x","messages":[]}          | prompt
          /v1/chat/completions | {"model":"m","messages":[{"role":"bot","content":"hi"}]} | messages[0].role
          /v1/chat/completions | {"model":"m","messages":[{"role":"tool","tool_call_id":"x","content":"hi"}]} | messages[0].role
          /v1/chat/completions | {"model":"m","messages":[{"role":"user","content":"hi"}],"tools":[{"type":"function","name":"x"}]} | tools[0].function
          /v1/responses        | {"model":"m","messages":[]}                       | messages
          /v1/responses        | {"model":"m","input":"hi","tools":[{"type":"function","function":{"name":"x"}}]} | tools[0].name
          """)
  void aWrongRequestNamesWhatIsWrong(String path, String body, String param)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = post(path, body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(answer.body()).at("/error/param").asText()).isEqualTo(param);
  }

  @Test
  void answersAreStreamedInBothInterfaces() throws IOException, InterruptedException {
    String tools =
        "{\"type\":\"function\",\"name\":\"opt_out\",\"parameters\":{\"type\":\"object\",\"properties\":{}}}";
    String responses =
        post(
                "/v1/responses",
                "{\"model\":\"m\",\"stream\":true,\"input\":\"Do not phone me any more\",\"tools\":[%s]}"
                    .formatted(tools))
            .body();
    assertThat(responses.lines().filter(line -> line.startsWith("event: ")))
        .startsWith(
            "event: response.created",
            "event: response.in_progress",
            "event: response.output_item.added",
            "event: response.function_call_arguments.delta")
        .endsWith("event: response.output_item.done", "event: response.completed");

    String chat =
        post(
                "/v1/chat/completions",
                "{\"model\":\"m\",\"stream\":true,\"stream_options\":{\"include_usage\":true},"
                    + "\"messages\":[{\"role\":\"user\",\"content\":\"Yes, that suits me well\"}]}")
            .body();
    assertThat(chat.strip()).endsWith("data: [DONE]");
    assertThat(chat).contains("\"finish_reason\":\"stop\"").contains("\"choices\":[],\"usage\"");
  }

  @Test
  void modelsAreListed() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/v1/models"))
            .header("Authorization", "Bearer " + KEY)
            .build();

    assertThat(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body())
        .contains("gpt-realtime-2.1");
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/listen?encoding=mulaw&sample_rate=8000, Token other, 401, Invalid credentials.",
    "/v1/listen?encoding=mulaw&sample_rate=8000, Bearer sandbox-key, 401, Invalid credentials.",
    "/v1/listen?encoding=mulaw, Token sandbox-key, 400, sample_rate is missing.",
    "/v1/speak?encoding=mulaw&sample_rate=8000&container=wav, Token sandbox-key, 400,"
        + " Unknown query parameter: container"
  })
  void whoIsNotLetInToDeepgramIsToldWhy(String path, String authorization, int status, String why) {
    HttpResponse<?> refused = deepgramRefusal(path, authorization);

    assertThat(refused.statusCode()).isEqualTo(status);
    assertThat(refused.headers().firstValue("dg-error")).hasValue(why);
    assertThat(refused.headers().firstValue("dg-request-id")).isPresent();
  }

  @Test
  void faultsOfDeepgramStrikeNobodyElse() throws IOException, InterruptedException {
    post("/sandbox/ai/faults", "[{\"kind\":\"refuse\",\"who\":\"deepgram-speak\",\"status\":429}]");

    String speak = "/v1/speak?encoding=mulaw&sample_rate=8000";
    assertThat(deepgramRefusal(speak, "Token " + KEY).statusCode()).isEqualTo(429);
    try (RealtimeClient client = connect(KEY)) {
      client.await("session.created");
    }
  }

  private static HttpResponse<?> deepgramRefusal(String path, String authorization) {
    CompletionException failed =
        catchThrowableOfType(
            CompletionException.class,
            () ->
                HTTP.newWebSocketBuilder()
                    .header("Authorization", authorization)
                    .buildAsync(address(path), new WebSocket.Listener() {})
                    .orTimeout(5, TimeUnit.SECONDS)
                    .join());
    if (!(failed != null && failed.getCause() instanceof WebSocketHandshakeException refused)) {
      throw new AssertionError("the connection was not refused", failed);
    }
    return refused.getResponse();
  }

  /// The words in the audio of the last response.
  private static String understood(RealtimeClient client, String format) {
    byte[] sound = client.takeAudio(format);
    return LISTENING.understand(Speaker.ASSISTANT, sound).text();
  }

  private static int refusal(String path, String key) {
    CompletionException failed =
        catchThrowableOfType(
            CompletionException.class, () -> RealtimeClient.open(HTTP, address(path), key));
    if (!(failed != null && failed.getCause() instanceof WebSocketHandshakeException refused)) {
      throw new AssertionError("the connection was not refused", failed);
    }
    return refused.getResponse().statusCode();
  }

  private static RealtimeClient connect(String key) {
    return RealtimeClient.open(HTTP, address("/v1/realtime?model=gpt-realtime-2.1"), key);
  }

  private static URI address(String path) {
    return URI.create("ws://127.0.0.1:" + server.port() + path);
  }

  private static HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("Authorization", "Bearer " + KEY)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
