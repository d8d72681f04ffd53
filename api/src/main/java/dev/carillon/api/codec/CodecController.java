package dev.carillon.api.codec;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.temporal.api.common.v1.Payloads;
import io.temporal.common.converter.DataConverterException;
import io.temporal.payload.codec.PayloadCodec;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/// Temporal's remote codec protocol, decoding only. A browser gives the answer to pages of the web
/// UI's own address and to no other.
@RestController
final class CodecController {
  private final PayloadCodec codec;
  private final Set<String> origins;

  CodecController(PayloadCodec codec, CodecProperties properties) {
    this.codec = codec;
    this.origins = properties.origins();
  }

  @RequestMapping(path = "/codec/decode", method = RequestMethod.OPTIONS)
  ResponseEntity<Void> preflight(@RequestHeader("Origin") Optional<String> origin) {
    if (origin.isEmpty() || !origins.contains(origin.get())) {
      return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    }
    return ResponseEntity.noContent()
        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin.get())
        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "POST")
        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "content-type, x-namespace")
        .header(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "600")
        .header(HttpHeaders.VARY, HttpHeaders.ORIGIN)
        .build();
  }

  @PostMapping(path = "/codec/decode", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> decode(
      @RequestHeader("Origin") Optional<String> origin, @RequestBody String body) {
    if (origin.isPresent() && !origins.contains(origin.get())) {
      return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    }
    var answer = ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON);
    origin.ifPresent(page ->
        answer
            .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, page)
            .header(HttpHeaders.VARY, HttpHeaders.ORIGIN));
    try {
      return answer.cacheControl(CacheControl.noStore()).body(decoded(body));
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
