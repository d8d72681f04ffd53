package dev.carillon;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The kernel's architecture rules. Each is also held against classes that break it.
class ArchitectureTest {
  private static final String PHONE_NUMBERS = "com.google.i18n.phonenumbers..";
  private static final String[] CRYPTOGRAPHY = {"javax.crypto..", "java.security.."};

  private static final ArchRule PLAIN_JAVA_AND_FEW_LIBRARIES =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "",
              "dev.carillon..",
              "java.lang..",
              "java.math..",
              "java.text..",
              "java.time..",
              "java.util..",
              "java.nio.charset..",
              "io.temporal.workflow..",
              "io.temporal.activity..",
              "io.temporal.common..",
              "io.temporal.failure..",
              "io.temporal.api.enums..",
              "org.slf4j..",
              "com.fasterxml.jackson.annotation..",
              "org.jspecify..",
              PHONE_NUMBERS,
              CRYPTOGRAPHY[0],
              CRYPTOGRAPHY[1])
          .as("1. The kernel uses plain Java and a few libraries");

  private static final ArchRule PHONE_LIBRARY_IN_ITS_PLACE =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.carillon.phone..", "dev.carillon.compliance..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(PHONE_NUMBERS)
          .as("1. The phone number library is used in phone and compliance alone");

  private static final ArchRule CRYPTOGRAPHY_IN_ITS_PLACE =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.carillon.signature..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(CRYPTOGRAPHY)
          .as("1. Cryptography is used in signature alone");

  private static final ArchRule NO_CLOCK_AND_NO_CHANCE =
      noClasses()
          .should()
          .callCodeUnitWhere(target("asks for the time or for chance", ArchitectureTest::unsteady))
          .as("2. The kernel has no clock and rolls no dice");

  private static final ArchRule NO_THREADS_AND_NO_IO =
      noClasses()
          .should()
          .dependOnClassesThat(
              describe("are of threads or of input and output", ArchitectureTest::worldly))
          .as("2. The kernel starts nothing and reads nothing");

  private static final ArchRule NO_UNORDERED_FIELDS =
      noFields()
          .should()
          .haveRawType(
              describe(
                  "java.util.HashMap or HashSet",
                  (JavaClass c) ->
                      c.getName().equals("java.util.HashMap")
                          || c.getName().equals("java.util.HashSet")))
          .as("2. No field has an order that is not fixed");

  private static final ArchRule NO_STATIC_STATE =
      noFields()
          .that(are(describe("written by hand", (JavaField f) -> !f.getName().startsWith("$"))))
          .should(
              new ArchCondition<>("be static and not final") {
                @Override
                public void check(JavaField field, ConditionEvents events) {
                  Set<JavaModifier> modifiers = field.getModifiers();
                  boolean state =
                      modifiers.contains(JavaModifier.STATIC)
                          && !modifiers.contains(JavaModifier.FINAL);
                  events.add(new SimpleConditionEvent(field, state, field.getFullName()));
                }
              })
          .as("2. Nothing is remembered for all");

  private static final ArchRule TEMPORAL_IN_WORKFLOWS =
      classes()
          .that()
          .resideOutsideOfPackage("dev.carillon.policy..")
          .and(describe("are not named as such", (JavaClass c) -> !namedForTemporal(c)))
          .should()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackage("io.temporal.workflow..")
          .as("3. Only workflows and their steps use Temporal's workflow API");

  private static final ArchRule OPTIONS_IN_POLICY =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.carillon.policy..")
          .should()
          .callMethodWhere(target("builds options", ArchitectureTest::buildsOptions))
          .as("4. Time limits and retries are set in policy alone");

  private static final ArchRule NO_CYCLES =
      slices().matching("dev.carillon.(**)").should().beFreeOfCycles().as("7. No package cycles");

  private static final ArchRule NO_BARE_EXCEPTIONS =
      noClasses()
          .should()
          .callConstructorWhere(
              describe("makes a bare exception", ArchitectureTest::makesBareException))
          .as("9. Nobody throws RuntimeException or Exception itself");

  private static final ArchRule NO_SLEEP =
      noClasses()
          .should()
          .callMethodWhere(
              target(
                  "sleeps",
                  t -> t.getOwner().isEquivalentTo(Thread.class) && t.getName().equals("sleep")))
          .as("9. Nobody calls Thread.sleep");

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

  private static final JavaClasses KERNEL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.carillon");
  private static final JavaClasses FIXTURES =
      new ClassFileImporter().importPackages("dev.carillon.fixture");

  static Stream<Arguments> rules() {
    return breaches().map(breach -> breach.get()[0]).distinct().map(Arguments::of);
  }

  static Stream<Arguments> breaches() {
    return Stream.of(
        arguments(PLAIN_JAVA_AND_FEW_LIBRARIES, "outside.UsesALibrary"),
        arguments(PHONE_LIBRARY_IN_ITS_PLACE, "outside.UsesALibrary"),
        arguments(CRYPTOGRAPHY_IN_ITS_PLACE, "outside.UsesCryptography"),
        arguments(NO_CLOCK_AND_NO_CHANCE, "clock.AsksTheClock"),
        arguments(NO_CLOCK_AND_NO_CHANCE, "clock.RollsDice"),
        arguments(NO_THREADS_AND_NO_IO, "clock.SharesAQueue"),
        arguments(NO_THREADS_AND_NO_IO, "clock.ReadsAFile"),
        arguments(NO_UNORDERED_FIELDS, "clock.HasNoOrder"),
        arguments(NO_STATIC_STATE, "clock.RemembersForAll"),
        arguments(TEMPORAL_IN_WORKFLOWS, "temporal.WaitsByItself"),
        arguments(OPTIONS_IN_POLICY, "options.SetsItsOwnTimeouts"),
        arguments(OPTIONS_IN_POLICY, "options.SetsItsOwnRetries"),
        arguments(NO_CYCLES, "cycle.one.Hen"),
        arguments(NO_BARE_EXCEPTIONS, "throwing.ThrowsAnything"),
        arguments(NO_SLEEP, "throwing.Sleeps"),
        arguments(NULL_MARKED, "unmarked.Unmarked"));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theKernelKeepsTheRule(ArchRule rule) {
    rule.check(KERNEL);
  }

  @ParameterizedTest
  @MethodSource("breaches")
  void theRuleSeesAClassThatBreaksIt(ArchRule rule, String fixture) {
    assertThat(rule.evaluate(FIXTURES).getFailureReport().getDetails())
        .anyMatch(detail -> detail.contains("dev.carillon.fixture." + fixture));
  }

  private static boolean unsteady(CodeUnitCallTarget target) {
    String owner = target.getOwner().getName();
    String name = target.getName();
    boolean clock = owner.startsWith("java.time.") && name.equals("now");
    boolean system =
        owner.equals("java.lang.System")
            && (name.equals("currentTimeMillis") || name.equals("nanoTime"));
    boolean chance =
        (target.getOwner().isEquivalentTo(Random.class) && name.equals("<init>"))
            || (target.getOwner().isEquivalentTo(Math.class) && name.equals("random"))
            || (target.getOwner().isEquivalentTo(UUID.class) && name.equals("randomUUID"));
    return clock || system || chance;
  }

  private static boolean worldly(JavaClass type) {
    String name = type.getPackageName();
    boolean concurrent =
        name.startsWith("java.util.concurrent") && !type.isEquivalentTo(TimeUnit.class);
    return concurrent
        || type.isEquivalentTo(Thread.class)
        || type.getName().equals("org.slf4j.LoggerFactory")
        || Stream.of("java.io", "java.net", "java.nio.file").anyMatch(name::startsWith);
  }

  private static boolean namedForTemporal(JavaClass type) {
    String name = type.getName().substring(type.getPackageName().length() + 1);
    int nested = name.indexOf('$');
    String outer = nested < 0 ? name : name.substring(0, nested);
    return Stream.of("Workflow", "WorkflowImpl", "Step").anyMatch(outer::endsWith);
  }

  private static boolean buildsOptions(CodeUnitCallTarget target) {
    String owner = target.getOwner().getName();
    boolean options =
        owner.equals("io.temporal.common.RetryOptions")
            || owner.equals("io.temporal.activity.ActivityOptions")
            || owner.equals("io.temporal.activity.LocalActivityOptions");
    return options && target.getName().startsWith("newBuilder");
  }

  private static boolean makesBareException(JavaCall<?> call) {
    JavaClass made = call.getTargetOwner();
    boolean bare =
        made.isEquivalentTo(RuntimeException.class) || made.isEquivalentTo(Exception.class);
    // The constructor of an exception of our own calls that of its parent.
    return bare && !call.getOriginOwner().isAssignableTo(Exception.class);
  }

  private static DescribedPredicate<JavaCall<?>> target(
      String description, Predicate<CodeUnitCallTarget> predicate) {
    return describe(description, call -> predicate.test(call.getTarget()));
  }

  private static <T> DescribedPredicate<T> describe(String description, Predicate<T> predicate) {
    return DescribedPredicate.describe(description, predicate);
  }
}
