package dev.carillon;

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

/// The architecture rules of this module. Each is also held against classes that break it.
final class ArchitectureTest {
  private static final String FIXTURE = "dev.carillon.platform.fixture";

  private static final ArchRule THE_PLATFORM_KNOWS_ONLY_PROCESSES =
      noClasses()
          .that()
          .resideInAPackage("dev.carillon.platform..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.carillon.cli..", "dev.carillon.sandbox..", "picocli..")
          .as("The platform knows neither the command line nor what its programs do");

  private static final ArchRule THE_SANDBOX_STANDS_ALONE =
      noClasses()
          .that()
          .resideInAPackage("dev.carillon.sandbox..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.carillon.cli..", "dev.carillon.platform..")
          .allowEmptyShould(true)
          .as("The sandbox speaks to the platform over the providers' protocols alone");

  private static final ArchRule NO_CYCLES =
      slices().matching("dev.carillon.(**)").should().beFreeOfCycles().as("7. No package cycles");

  private static final ArchRule NO_BARE_EXCEPTIONS =
      noClasses()
          .should()
          .callConstructorWhere(
              DescribedPredicate.describe(
                  "makes a bare exception", ArchitectureTest::makesBareException))
          .as("9. Nobody throws RuntimeException or Exception itself");

  private static final ArchRule NO_SLEEP =
      noClasses().should().callMethod(Thread.class, "sleep", long.class).as("9. Nobody sleeps");

  private static final ArchRule NULL_MARKED =
      classes()
          .should(
              new ArchCondition<>("lie in a package that is @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  var marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                  events.add(
                      new SimpleConditionEvent(type, marked, type.getName() + " is not marked"));
                }
              })
          .as("10. Every package has a package-info with @NullMarked");

  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.carillon.cli", "dev.carillon.platform", "dev.carillon.sandbox");
  private static final JavaClasses FIXTURES = new ClassFileImporter().importPackages(FIXTURE);

  static Stream<Arguments> rules() {
    return Stream.of(
            THE_PLATFORM_KNOWS_ONLY_PROCESSES,
            THE_SANDBOX_STANDS_ALONE,
            NO_CYCLES,
            NO_BARE_EXCEPTIONS,
            NO_SLEEP,
            NULL_MARKED)
        .map(Arguments::of);
  }

  static Stream<Arguments> breaches() {
    return Stream.of(
        arguments(THE_PLATFORM_KNOWS_ONLY_PROCESSES, "hen.KnowsTheCommandLine"),
        arguments(NO_CYCLES, "hen.Hen"),
        arguments(NO_BARE_EXCEPTIONS, "hen.ThrowsAnything"),
        arguments(NO_SLEEP, "hen.Sleeps"),
        arguments(NULL_MARKED, "unmarked.Unmarked"));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theModuleKeepsTheRule(ArchRule rule) {
    rule.check(MODULE);
  }

  @ParameterizedTest
  @MethodSource("breaches")
  void theRuleSeesAClassThatBreaksIt(ArchRule rule, String fixture) {
    assertThat(rule.evaluate(FIXTURES).getFailureReport().getDetails())
        .anyMatch(detail -> detail.contains(FIXTURE + "." + fixture));
  }

  private static boolean makesBareException(JavaCall<?> call) {
    var made = call.getTargetOwner();
    var bare = made.isEquivalentTo(RuntimeException.class) || made.isEquivalentTo(Exception.class);
    // The constructor of an exception of our own calls that of its parent.
    return bare && !call.getOriginOwner().isAssignableTo(Exception.class);
  }
}
