package dev.carillon.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/// The container files, read as files: no container engine is needed.
final class ContainersTest {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final List<Application> APPLICATIONS =
      List.of(Application.API, Application.WORKER, Application.MEDIA_BRIDGE);

  private static JsonNode services;
  private static String compose;
  private static String dockerfile;

  @BeforeAll
  static void read() throws IOException {
    compose = Files.readString(PROJECT.resolve("docker-compose.yml"));
    dockerfile = Files.readString(PROJECT.resolve("Dockerfile"));
    Map<String, Object> merged = new Yaml().load(compose);
    services = new ObjectMapper(new YAMLFactory()).valueToTree(merged).path("services");
  }

  @Test
  void eachProgramIsStartedWithTheMainClassThatUpStarts() {
    for (var application : APPLICATIONS) {
      assertThat(services.path(application.name()).path("build").path("target").asText())
          .isEqualTo(application.name());
      assertThat(dockerfile)
          .contains("FROM runtime AS " + application.name())
          .contains(
              "ENTRYPOINT [\"java\", \"-cp\", \"/app/*\", \"" + application.mainClass() + "\"]");
    }
  }

  @Test
  void everyServiceDependsOnServicesThatExist() {
    var names = new TreeSet<String>();
    services.fieldNames().forEachRemaining(names::add);

    assertThat(names)
        .contains("postgres", "temporal-postgres", "temporal", "temporal-schema", "temporal-ui");
    for (var service : services) {
      service.path("depends_on").fieldNames().forEachRemaining(d -> assertThat(names).contains(d));
    }
  }

  @Test
  void everyImageHasAVersion() {
    for (var service : services) {
      var image = service.path("image").asText("built:here");
      assertThat(image).contains(":").doesNotEndWith(":latest");
    }
  }

  @Test
  void theFilesThatAreMountedExist() {
    var mounted = Pattern.compile("\\./(docker/[\\w./-]+):").matcher(compose);

    while (mounted.find()) {
      assertThat(PROJECT.resolve(mounted.group(1))).exists();
    }
    assertThat(PROJECT.resolve("docker/healthy")).isExecutable();
  }

  @Test
  void applicationsRunAsThePlainRoleAndTheBridgeHasNoDatabase() {
    for (var name : List.of("api", "worker")) {
      var environment = services.path(name).path("environment");
      assertThat(environment.path("DATABASE_USER").asText()).isEqualTo("carillon_app");
      assertThat(environment.path("DATABASE_MIGRATION_USER").asText()).isEqualTo("carillon_owner");
      assertThat(environment.path("TEMPORAL_ADDRESS").asText()).isEqualTo("temporal:7233");
    }
    var bridge = (ObjectNode) services.path("media-bridge").path("environment");
    bridge.fieldNames().forEachRemaining(name -> assertThat(name).doesNotStartWith("DATABASE_"));
  }

  @Test
  void temporalHasTheShardsThatCannotBeChangedLater() {
    assertThat(services.path("temporal").path("environment").path("NUM_HISTORY_SHARDS").asText())
        .isEqualTo("512");
  }

  @Test
  void everySettingThatComposeAsksForIsInTheExample() throws IOException {
    var example = Files.readString(PROJECT.resolve(".env.example"));
    var asked =
        Pattern.compile("\\$\\{([A-Z_]+)")
            .matcher(compose)
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toSet());

    assertThat(asked).allMatch(name -> example.contains("\n" + name + "="));
  }
}
