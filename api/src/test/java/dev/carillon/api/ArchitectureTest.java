package dev.carillon.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The architecture rules of the web layer. Each is also held against classes that break it.
class ArchitectureTest {
  private static final ArchRule NO_PROVIDER_SDK =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.twilio..", "com.google.api..", "com.openai..", "com.anthropic..")
          .as("5. Providers' SDKs stay in their adapters");

  private static final ArchRule FEW_ADAPTERS =
      noClasses()
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.resideInAPackage("dev.carillon.activities..")
                  .and(
                      JavaClass.Predicates.resideOutsideOfPackages(
                          "dev.carillon.activities.postgres..",
                          "dev.carillon.activities.objects..",
                          "dev.carillon.activities.twilio..",
                          "dev.carillon.activities.rules..")))
          .as("6. Of the adapters only postgres, objects, twilio and rules are used");

  private static final ArchRule NO_CYCLES =
      slices().matching("dev.carillon.(**)").should().beFreeOfCycles().as("7. No package cycles");

  private static final ArchRule NO_BARE_EXCEPTIONS =
      noClasses()
          .should()
          .callConstructor(RuntimeException.class)
          .orShould()
          .callConstructor(RuntimeException.class, String.class)
          .orShould()
          .callConstructor(Exception.class, String.class)
          .orShould()
          .callMethod(Thread.class, "sleep", long.class)
          .as("9. Nobody throws RuntimeException or Exception itself, nobody sleeps");

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

  private static final JavaClasses API =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.carillon.api");
  private static final JavaClasses FIXTURES =
      new ClassFileImporter().importPackages("dev.carillon.fixture.api");

  static Stream<ArchRule> rules() {
    return Stream.of(
        NO_PROVIDER_SDK,
        FEW_ADAPTERS,
        NO_CYCLES,
        NO_BARE_EXCEPTIONS,
        NULL_MARKED,
        NO_TEMPORAL_CLIENT);
  }

  static Stream<Arguments> breaches() {
    return Stream.of(
        arguments(NO_PROVIDER_SDK, "providers.UsesTwilio"),
        arguments(FEW_ADAPTERS, "providers.ReadsLists"),
        arguments(NO_CYCLES, "one.First"),
        arguments(NO_BARE_EXCEPTIONS, "providers.ThrowsAnything"),
        arguments(NO_BARE_EXCEPTIONS, "providers.Sleeps"),
        arguments(NULL_MARKED, "two.Second"),
        arguments(NO_TEMPORAL_CLIENT, "providers.AsksTemporal"));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theWebLayerKeepsTheRule(ArchRule rule) {
    rule.check(API);
  }

  @ParameterizedTest
  @MethodSource("breaches")
  void theRuleSeesAClassThatBreaksIt(ArchRule rule, String fixture) {
    assertThat(rule.evaluate(FIXTURES).getFailureReport().getDetails())
        .anyMatch(detail -> detail.contains("dev.carillon.fixture.api." + fixture));
  }
}
