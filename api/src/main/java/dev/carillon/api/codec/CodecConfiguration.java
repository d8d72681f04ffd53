package dev.carillon.api.codec;

import dev.carillon.temporal.CodecKeys;
import dev.carillon.temporal.PayloadEncryption;
import io.temporal.payload.codec.PayloadCodec;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/// Wires the codec endpoint.
@Configuration(proxyBeanMethods = false)
@Import(CodecController.class)
public class CodecConfiguration {
  @Bean
  CodecProperties codecProperties(Environment environment) {
    return CodecProperties.from(environment);
  }

  @Bean
  PayloadCodec payloadCodec(Environment environment) {
    return new PayloadEncryption(
        CodecKeys.parse(environment.getProperty("CARILLON_CODEC_KEYS", "")));
  }
}
