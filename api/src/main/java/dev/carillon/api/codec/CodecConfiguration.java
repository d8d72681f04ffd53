package dev.carillon.api.codec;

import dev.carillon.temporal.CodecKeys;
import dev.carillon.temporal.PayloadEncryption;
import io.temporal.payload.codec.PayloadCodec;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Wires the codec endpoint.
@Configuration(proxyBeanMethods = false)
@Import(CodecController.class)
public class CodecConfiguration {
  private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

  @Bean
  CodecProperties codecProperties(Environment environment) {
    return CodecProperties.from(environment);
  }

  /// A browser gives the answers to pages of the web UI's own address and to no other.
  @Bean
  WebMvcConfigurer codecForTheWebUi(CodecProperties properties) {
    return new WebMvcConfigurer() {
      @Override
      public void addCorsMappings(CorsRegistry registry) {
        registry
            .addMapping("/codec/**")
            .allowedOrigins(properties.origins().toArray(String[]::new))
            .allowedMethods("POST")
            .allowedHeaders("Content-Type", "X-Namespace")
            .maxAge(FORGOTTEN_AFTER.toSeconds());
      }
    };
  }

  @Bean
  PayloadCodec payloadCodec(Environment environment) {
    return new PayloadEncryption(
        CodecKeys.parse(environment.getProperty("CARILLON_CODEC_KEYS", "")));
  }
}
