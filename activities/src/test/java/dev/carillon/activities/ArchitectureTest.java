package dev.carillon.activities;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The adapters' architecture rules. Each is also held against classes that break it.
class ArchitectureTest {
  private static final Pattern ADAPTER =
      Pattern.compile("dev\\.carillon\\.(?:fixture\\.)?activities\\.([a-z]+)(?:\\..*)?");

  /// What every adapter may use; and imports, which are of the database, read lists.
  private static final Set<String> FOUNDATION =
      Set.of("dev.carillon.activities.postgres", "dev.carillon.activities.lists");

  /// The libraries of one outside system, and whose they are.
  private static final Map<String, String> LIBRARIES =
      Map.of(
          "com.twilio.", "twilio",
          "com.openai.", "openai",
          "com.anthropic.", "anthropic",
          "com.google.api.", "google",
          "org.yaml.snakeyaml.", "rules",
          "org.springframework.jdbc.", "postgres",
          "com.zaxxer.hikari.", "postgres",
          "org.flywaydb.", "postgres",
          "java.sql.", "postgres");

  /// What api uses by name, and the formats that imports read.
  private static final Set<String> USED_BY_NAME =
      Set.of(
          "ObjectStore",
          "ObjectStoreException",
          "StoredObject",
          "TwilioRecordings",
          "ListReader",
          "ListRow",
          "UnreadableList");

  private static final ArchRule ADAPTERS_STAND_ALONE =
      classes()
          .should(
              never(
                  "know another adapter",
                  type ->
                      type.getDirectDependenciesFromSelf().stream()
                          .filter(edge -> anotherAdapter(type, edge.getTargetClass()))
                          .map(Dependency::getDescription)))
          .as("An adapter knows the kernel and the database's foundation, no other adapter");

  private static final ArchRule LIBRARIES_IN_THEIR_PLACE =
      classes()
          .should(
              never(
                  "use the library of another adapter",
                  type ->
                      type.getDirectDependenciesFromSelf().stream()
                          .filter(edge -> !mayUse(type, edge.getTargetClass()))
                          .map(Dependency::getDescription)))
          .as("5. A library of one outside system is used in its adapter alone");

  private static final ArchRule NO_LIBRARY_IN_A_PUBLIC_SIGNATURE =
      classes()
          .that()
          .arePublic()
          .should(
              never(
                  "show a provider's type",
                  type ->
                      type.getCodeUnits().stream()
                          .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
                          .filter(ArchitectureTest::showsAProvidersType)
                          .map(JavaCodeUnit::getDescription)))
          .as("5. No public signature holds a provider's type");

  private static final ArchRule FEW_PUBLIC_TYPES =
      classes()
          .that()
          .arePublic()
          .and(
              describe(
                  "are not of the database", (JavaClass c) -> !adapterOf(c).equals("postgres")))
          .and(describe("stand alone", (JavaClass c) -> c.getEnclosingClass().isEmpty()))
          .and(
              describe(
                  "are not used by name",
                  (JavaClass c) -> !USED_BY_NAME.contains(c.getSimpleName())))
          .should()
          .haveNameMatching(".*(Configuration|Properties)")
          .as("8. An adapter shows its configuration and what api needs by name");

  private static final ArchRule ADAPTERS_OF_PORTS_ARE_HIDDEN =
      noClasses()
          .that(
              describe(
                  "implement a port",
                  (JavaClass c) ->
                      c.getRawInterfaces().stream()
                          .anyMatch(port ->
                              port.isAnnotatedWith("io.temporal.activity.ActivityInterface"))))
          .should()
          .bePublic()
          .as("8. Who implements a port is known by the port alone");

  private static final ArchRule NO_CYCLES =
      slices().matching("dev.carillon.(**)").should().beFreeOfCycles().as("7. No package cycles");

  private static final ArchRule NO_BARE_EXCEPTIONS =
      noClasses()
          .should()
          .callConstructorWhere(
              describe("makes a bare exception", ArchitectureTest::makesBareException))
          .orShould()
          .callMethod(Thread.class, "sleep", long.class)
          .as("9. Nobody throws RuntimeException or Exception itself, nobody sleeps");

  private static final ArchRule GIVEN_TIME_AND_CHANCE =
      noClasses()
          .should()
          .callMethod("java.time.Instant", "now")
          .orShould()
          .callMethod("java.util.UUID", "randomUUID")
          .orShould()
          .callMethod("java.lang.System", "currentTimeMillis")
          .as("Time and chance are constructor arguments");

  private static final ArchRule NULL_MARKED =
      classes()
          .should(
              new ArchCondition<>("lie in a package that is @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                  events.add(new SimpleConditionEvent(type, marked, type.getName()));
                }
              })
          .as("10. Every package has a package-info with @NullMarked");

  private static final ArchRule NO_TEMPORAL_CLIENT =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.temporal.client..", "io.temporal.serviceclient..")
          .as("11. Temporal's clients stay in the module temporal");

  private static final JavaClasses ADAPTERS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.carillon.activities");
  private static final JavaClasses FIXTURES =
      new ClassFileImporter().importPackages("dev.carillon.fixture.activities");

  static Stream<ArchRule> rules() {
    return Stream.of(
        ADAPTERS_STAND_ALONE,
        LIBRARIES_IN_THEIR_PLACE,
        NO_LIBRARY_IN_A_PUBLIC_SIGNATURE,
        FEW_PUBLIC_TYPES,
        ADAPTERS_OF_PORTS_ARE_HIDDEN,
        NO_CYCLES,
        NO_BARE_EXCEPTIONS,
        GIVEN_TIME_AND_CHANCE,
        NULL_MARKED,
        NO_TEMPORAL_CLIENT);
  }

  static Stream<Arguments> breaches() {
    return Stream.of(
        arguments(ADAPTERS_STAND_ALONE, "openai.AsksTheCarrier"),
        arguments(LIBRARIES_IN_THEIR_PLACE, "openai.AsksTheCarrier"),
        arguments(LIBRARIES_IN_THEIR_PLACE, "openai.AsksTheDatabase"),
        arguments(NO_LIBRARY_IN_A_PUBLIC_SIGNATURE, "twilio.ShowsItsClient"),
        arguments(FEW_PUBLIC_TYPES, "twilio.ShowsItsClient"),
        arguments(ADAPTERS_OF_PORTS_ARE_HIDDEN, "twilio.ShownTelephony"),
        arguments(NO_CYCLES, "twilio.KnowsOpenAi"),
        arguments(NO_BARE_EXCEPTIONS, "lists.ThrowsAnything"),
        arguments(NO_BARE_EXCEPTIONS, "lists.Sleeps"),
        arguments(GIVEN_TIME_AND_CHANCE, "lists.AsksTheClock"),
        arguments(NULL_MARKED, "unmarked.Unmarked"),
        arguments(NO_TEMPORAL_CLIENT, "lists.AsksTemporal"));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theAdaptersKeepTheRule(ArchRule rule) {
    rule.check(ADAPTERS);
  }

  @ParameterizedTest
  @MethodSource("breaches")
  void theRuleSeesAClassThatBreaksIt(ArchRule rule, String fixture) {
    assertThat(rule.evaluate(FIXTURES).getFailureReport().getDetails())
        .anyMatch(detail -> detail.contains("dev.carillon.fixture.activities." + fixture));
  }

  private static ArchCondition<JavaClass> never(
      String what, Function<JavaClass, Stream<String>> breaches) {
    return new ArchCondition<>("never " + what) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        breaches
            .apply(type)
            .forEach(breach -> events.add(SimpleConditionEvent.violated(type, breach)));
      }
    };
  }

  /// The constructor of an exception of our own calls that of its parent.
  private static boolean makesBareException(JavaCall<?> call) {
    var made = call.getTargetOwner();
    var bare = made.isEquivalentTo(RuntimeException.class) || made.isEquivalentTo(Exception.class);
    return bare && !call.getOriginOwner().isAssignableTo(Exception.class);
  }

  private static boolean anotherAdapter(JavaClass type, JavaClass target) {
    var theirs = adapterOf(target);
    return !theirs.isEmpty()
        && !theirs.equals(adapterOf(type))
        && !FOUNDATION.contains(target.getPackageName());
  }

  private static boolean mayUse(JavaClass type, JavaClass target) {
    return ownerOf(target).map(adapterOf(type)::equals).orElse(true);
  }

  private static boolean showsAProvidersType(JavaCodeUnit unit) {
    return Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
        .anyMatch(type -> type.getName().matches("com\\.(twilio|openai|anthropic|google)\\..*"));
  }

  private static Optional<String> ownerOf(JavaClass type) {
    return LIBRARIES.entrySet().stream()
        .filter(library -> type.getName().startsWith(library.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /// The first part of its package below `activities`, empty outside of it.
  private static String adapterOf(JavaClass type) {
    var matcher = ADAPTER.matcher(type.getPackageName());
    return matcher.matches() ? matcher.group(1) : "";
  }
}
