package dev.carillon.api;

import dev.carillon.api.web.PageRequest;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What the OpenAPI document says beyond what the routes' signatures show.
@Configuration(proxyBeanMethods = false)
class DocumentationConfiguration {
  private static final String PROBLEM = "application/problem+json";

  @Bean
  OpenAPI openApi() {
    SpringDocUtils.getConfig()
        .replaceWithSchema(ObjectNode.class, new ObjectSchema())
        .replaceWithClass(JsonNode.class, Object.class);
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

  @Bean
  OperationCustomizer conventions() {
    return (operation, method) -> {
      if (isList(method)) {
        addPaging(operation);
      }
      if (method.hasMethodAnnotation(PostMapping.class)) {
        operation.addParametersItem(
            new Parameter()
                .in("header")
                .name("Idempotency-Key")
                .description("Sent again with the same body, the request is answered alike.")
                .schema(new StringSchema().maxLength(255)));
      }
      operation.getResponses().addApiResponse("default", problem());
      return operation;
    };
  }

  private static boolean isList(HandlerMethod method) {
    return Arrays.asList(method.getMethod().getParameterTypes()).contains(PageRequest.class);
  }

  private static void addPaging(Operation operation) {
    var limit = new IntegerSchema();
    limit.setMinimum(java.math.BigDecimal.ONE);
    limit.setMaximum(java.math.BigDecimal.valueOf(200));
    operation.addParametersItem(new Parameter().in("query").name("limit").schema(limit));
    operation.addParametersItem(
        new Parameter()
            .in("query")
            .name("cursor")
            .description("`next` of the page before.")
            .schema(new StringSchema()));
  }

  private static ApiResponse problem() {
    return new ApiResponse()
        .description("Refused or failed; says why, and names each field that is wrong.")
        .content(new Content().addMediaType(PROBLEM, new MediaType()));
  }
}
