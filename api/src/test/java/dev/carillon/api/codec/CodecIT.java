package dev.carillon.api.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.util.JsonFormat;
import dev.carillon.api.RunningApi;
import dev.carillon.api.Visitor;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.Payloads;
import io.temporal.payload.codec.PayloadCodec;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CodecIT {
  private static final String UI = "http://localhost:8233";

  @AutoClose private static final RunningApi API = RunningApi.start();
  @AutoClose private static final Visitor VISITOR = new Visitor(API);

  @Test
  void thePagesOfTheWebUiReadWhatWorkflowsHold() throws Exception {
    var plain =
        Payload.newBuilder()
            .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
            .setData(ByteString.copyFromUtf8("\"hello\""))
            .build();
    var sealed =
        Payloads.newBuilder()
            .addAllPayloads(API.part(PayloadCodec.class).encode(List.of(plain)))
            .build();

    var answer = VISITOR.post("/codec/decode", JsonFormat.printer().print(sealed), "Origin", UI);

    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.response().headers().firstValue("Access-Control-Allow-Origin")).contains(UI);
    var open = Payloads.newBuilder();
    JsonFormat.parser().merge(answer.response().body(), open);
    assertThat(open.getPayloadsList()).containsExactly(plain);
  }

  @Test
  void pagesOfOtherAddressesReadNothing() throws Exception {
    var answer = VISITOR.post("/codec/decode", "{}", "Origin", "http://localhost:9999");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.response().headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void aPreflightIsAnsweredForTheWebUiOnly() throws Exception {
    assertThat(preflight(UI).statusCode()).isEqualTo(200);
    assertThat(preflight(UI).headers().firstValue("Access-Control-Allow-Origin")).contains(UI);
    assertThat(preflight("http://evil.example").statusCode()).isEqualTo(403);
  }

  @Test
  void whatIsNoPayloadIsRefused() throws Exception {
    assertThat(VISITOR.post("/codec/decode", "[1]", "Origin", UI).status()).isEqualTo(400);
  }

  private static HttpResponse<String> preflight(String origin) throws Exception {
    var request =
        HttpRequest.newBuilder(API.address().resolve("/codec/decode"))
            .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "content-type,x-namespace")
            .build();
    return VISITOR.http().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
