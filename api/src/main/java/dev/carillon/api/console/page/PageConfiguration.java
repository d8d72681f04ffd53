package dev.carillon.api.console.page;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The frame of all pages, and the files they load.
@Configuration(proxyBeanMethods = false)
@Import({ConsoleFrame.class, ConsoleErrors.class, LostPages.class})
public class PageConfiguration {
  private static final Duration VENDORED = Duration.ofDays(365);

  @Bean
  ConsoleProperties consoleProperties(Environment environment) {
    return ConsoleProperties.from(environment);
  }

  /// Vendored files carry their version in their name and never change.
  @Bean
  WebMvcConfigurer consoleFiles() {
    return new WebMvcConfigurer() {
      @Override
      public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry
            .addResourceHandler("/assets/vendor/**")
            .addResourceLocations("classpath:/static/assets/vendor/")
            .setCacheControl(CacheControl.maxAge(VENDORED).cachePublic().immutable());
      }
    };
  }
}
