package dev.carillon.bridge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
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

/// The bridge's architecture rules. Each is also held against classes that break it.
class ArchitectureTest {
  private static final ArchRule KERNEL_AND_TEMPORAL_ONLY =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..", "javax.sql..", "org.springframework..", "dev.carillon.activities..")
          .as("The bridge has no database and no Spring");

  private static final ArchRule TEMPORALS_CLIENT_IS_ELSEWHERE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.temporal.client..", "io.temporal.serviceclient..")
          .as("11. Temporal's client is used in temporal alone");

  private static final ArchRule THE_TALK_KNOWS_NO_PROTOCOL =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.carillon.bridge.talk..",
              "dev.carillon.bridge.playout..",
              "dev.carillon.bridge.chain..",
              "dev.carillon.bridge.session..",
              "dev.carillon.bridge.fixture.talk..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.carillon.bridge.line..",
              "dev.carillon.bridge.openai..",
              "dev.carillon.bridge.elevenlabs..",
              "dev.carillon.bridge.cascade..",
              "dev.carillon.bridge.http..",
              "io.netty.handler..")
          .as("A conversation knows neither the carrier's nor an engine's protocol");

  private static final ArchRule NO_CYCLES =
      slices()
          .matching("dev.carillon.bridge.(**)")
          .should()
          .beFreeOfCycles()
          .as("7. No package cycles");

  private static final ArchRule NO_BARE_EXCEPTIONS =
      noClasses()
          .should()
          .callConstructorWhere(
              describe("makes a bare exception", ArchitectureTest::makesBareException))
          .as("9. Nobody throws RuntimeException or Exception itself");

  private static final ArchRule NO_SLEEP =
      noClasses().should().callMethod(Thread.class, "sleep", long.class).as("9. Nobody sleeps");

  private static final ArchRule NULL_MARKED =
      classes()
          .should(
              new ArchCondition<>("lie in a package that is @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                  events.add(
                      new SimpleConditionEvent(type, marked, type.getName() + " is not marked"));
                }
              })
          .as("10. Every package has a package-info with @NullMarked");

  private static final JavaClasses BRIDGE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.carillon.bridge");
  private static final JavaClasses FIXTURES =
      new ClassFileImporter().importPackages("dev.carillon.bridge.fixture");

  static Stream<Arguments> rules() {
    return breaches().map(breach -> breach.get()[0]).distinct().map(Arguments::of);
  }

  static Stream<Arguments> breaches() {
    return Stream.of(
        arguments(KERNEL_AND_TEMPORAL_ONLY, "outside.AsksADatabase"),
        arguments(TEMPORALS_CLIENT_IS_ELSEWHERE, "outside.UsesTemporalsClient"),
        arguments(THE_TALK_KNOWS_NO_PROTOCOL, "talk.SpeaksWebSocket"),
        arguments(NO_CYCLES, "cycle.hen.Hen"),
        arguments(NO_BARE_EXCEPTIONS, "outside.ThrowsAnything"),
        arguments(NO_SLEEP, "outside.Sleeps"),
        arguments(NULL_MARKED, "unmarked.Unmarked"));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theBridgeKeepsTheRule(ArchRule rule) {
    rule.check(BRIDGE);
  }

  @ParameterizedTest
  @MethodSource("breaches")
  void theRuleSeesAClassThatBreaksIt(ArchRule rule, String fixture) {
    assertThat(rule.evaluate(FIXTURES).getFailureReport().getDetails())
        .anyMatch(detail -> detail.contains("dev.carillon.bridge.fixture." + fixture));
  }

  private static boolean makesBareException(JavaCall<?> call) {
    JavaClass made = call.getTargetOwner();
    boolean bare =
        made.isEquivalentTo(RuntimeException.class) || made.isEquivalentTo(Exception.class);
    // The constructor of an exception of our own calls that of its parent.
    return bare && !call.getOriginOwner().isAssignableTo(Exception.class);
  }

  private static <T> DescribedPredicate<T> describe(
      String description, java.util.function.Predicate<T> predicate) {
    return DescribedPredicate.describe(description, predicate);
  }
}
