package dev.carillon.api.web;

import dev.carillon.account.AccountRef;
import dev.carillon.api.web.door.DoorConfiguration;
import dev.carillon.api.web.intake.IntakeConfiguration;
import dev.carillon.api.web.problem.ProblemConfiguration;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/// What every route stands on.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebProperties.class)
@Import({ProblemConfiguration.class, DoorConfiguration.class, IntakeConfiguration.class})
public class WebConfiguration {
  private static final int RANDOM_KEY_BYTES = 32;

  @Bean
  JsonRules jsonRules() {
    return new JsonRules();
  }

  @Bean
  MergePatch mergePatch(JsonMapper json) {
    return new MergePatch(json);
  }

  @Bean
  WebMvcConfigurer parameters(
      WebProperties properties, RandomGenerator random, ObjectProvider<AccountRef> account) {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Tenant.class, PageRequest.class);
    var pages = new PageRequestResolver(new Cursors(key(properties, random)));
    var tenants = new TenantResolver(account);
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(pages);
        resolvers.add(tenants);
      }
    };
  }

  private static byte[] key(WebProperties properties, RandomGenerator random) {
    if (properties.linkKey() != null && !properties.linkKey().isBlank()) {
      return properties.linkKey().getBytes(StandardCharsets.UTF_8);
    }
    var key = new byte[RANDOM_KEY_BYTES];
    random.nextBytes(key);
    return key;
  }
}
