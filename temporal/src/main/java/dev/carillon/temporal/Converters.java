package dev.carillon.temporal;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import java.util.List;

/// How our records become payloads: Jackson 2 that tolerates fields it does not know (a rolling
/// deploy adds some) and writes durations and dates as ISO 8601, encrypted by [PayloadEncryption],
/// failures included.
public final class Converters {
  private Converters() {}

  /// The converter all parts of Carillon use.
  public static DataConverter encrypting(CodecKeys keys) {
    return new CodecDataConverter(plain(), List.of(new PayloadEncryption(keys)), true);
  }

  /// The same without encryption, for tests that look at what is written.
  public static DataConverter plain() {
    return DefaultDataConverter.newDefaultInstance()
        .withPayloadConverterOverrides(new JacksonJsonPayloadConverter(mapper()));
  }

  static ObjectMapper mapper() {
    return JacksonJsonPayloadConverter.newDefaultObjectMapper()
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
  }
}
