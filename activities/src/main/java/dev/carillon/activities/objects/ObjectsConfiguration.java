package dev.carillon.activities.objects;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires the object store.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ObjectsProperties.class)
public class ObjectsConfiguration {
  @Bean
  ObjectStore objectStore(ObjectsProperties properties) {
    return new FileObjects(properties.directory());
  }
}
