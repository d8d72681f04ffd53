package dev.carillon.api.codec;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.temporal.api.common.v1.Payloads;
import io.temporal.common.converter.DataConverterException;
import io.temporal.payload.codec.PayloadCodec;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Temporal's remote codec protocol, decoding only. Pages of other addresses than the web UI's are
/// turned away before this.
@RestController
final class CodecController {
  private final PayloadCodec codec;

  CodecController(PayloadCodec codec) {
    this.codec = codec;
  }

  @PostMapping(path = "/codec/decode", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> decode(@RequestBody String body) {
    try {
      return ResponseEntity.ok()
          .contentType(MediaType.APPLICATION_JSON)
          .cacheControl(CacheControl.noStore())
          .body(decoded(body));
    } catch (InvalidProtocolBufferException | DataConverterException _) {
      return ResponseEntity.badRequest().build();
    }
  }

  private String decoded(String body) throws InvalidProtocolBufferException {
    var sealed = Payloads.newBuilder();
    JsonFormat.parser().merge(body, sealed);
    var open = Payloads.newBuilder().addAllPayloads(codec.decode(sealed.getPayloadsList()));
    return JsonFormat.printer().print(open);
  }
}
