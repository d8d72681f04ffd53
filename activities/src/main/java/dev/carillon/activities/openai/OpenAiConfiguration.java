package dev.carillon.activities.openai;

import com.openai.client.okhttp.OpenAIOkHttpClient;
import dev.carillon.call.Summariser;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// The summariser, on when `OPENAI_API_KEY` is set.
@Configuration(proxyBeanMethods = false)
public class OpenAiConfiguration {

  @Bean
  Summariser summariser(Environment environment) {
    var properties = OpenAiProperties.from(environment);
    if (!properties.on()) {
      return new OpenAiSummariser(null, properties.model());
    }
    // Temporal repeats; the SDK does not, so that one try is one request.
    var client =
        OpenAIOkHttpClient.builder()
            .apiKey(properties.apiKey())
            .baseUrl(properties.baseUrl())
            .timeout(properties.timeout())
            .maxRetries(0)
            .build();
    return new OpenAiSummariser(client, properties.model());
  }
}
