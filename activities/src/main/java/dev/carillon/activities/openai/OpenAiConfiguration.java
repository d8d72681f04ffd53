package dev.carillon.activities.openai;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import dev.carillon.call.Summariser;
import dev.carillon.conversation.TextMind;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// The models for text, on when `OPENAI_API_KEY` is set.
@Configuration(proxyBeanMethods = false)
public class OpenAiConfiguration {

  @Bean
  Summariser summariser(Environment environment) {
    var properties = OpenAiProperties.from(environment);
    return new OpenAiSummariser(client(properties), properties.model());
  }

  @Bean
  TextMind textMind(Environment environment) {
    var properties = OpenAiProperties.from(environment);
    return new OpenAiTextMind(client(properties), properties.model());
  }

  /// Null without a key. Temporal repeats; the SDK does not, so that one try is one request.
  private static @Nullable OpenAIClient client(OpenAiProperties properties) {
    return properties.on()
        ? OpenAIOkHttpClient.builder()
            .apiKey(properties.apiKey())
            .baseUrl(properties.baseUrl())
            .timeout(properties.timeout())
            .maxRetries(0)
            .build()
        : null;
  }
}
