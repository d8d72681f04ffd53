package dev.carillon.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the OpenAPI document says about itself.
@Configuration(proxyBeanMethods = false)
class DocumentationConfiguration {

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Carillon")
                .version("1")
                .description(
                    "People to reach, campaigns that call them, and what came of it. Lists take"
                        + " `limit` and `cursor`; every POST takes `Idempotency-Key`; refusals are"
                        + " `application/problem+json` and name the field."));
  }
}
