package io.hydrant.acceptance;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.hydrant.core.entity.Command;
import io.hydrant.core.entity.ServiceError;
import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The arrows of modules/README.md. Think hard before changing one. */
@AnalyzeClasses(packages = "io.hydrant", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule core_depends_on_the_jdk_alone =
      classes()
          .that()
          .resideInAPackage("io.hydrant.core..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "io.hydrant.core..",
                  "java.lang",
                  "java.lang.invoke",
                  "java.lang.runtime",
                  "java.math",
                  "java.nio",
                  "java.time",
                  "java.time.format",
                  "java.nio.charset",
                  "java.util",
                  "java.util.function",
                  "java.util.regex",
                  "java.util.stream"))
          .because("the rules must run anywhere: in actors, in a replay, in tests");

  @ArchTest
  static final ArchRule core_never_asks_for_time_or_randomness =
      noClasses()
          .that()
          .resideInAPackage("io.hydrant.core..")
          .should()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class)
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.lang.System")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.lang.Thread")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(RandomGenerator.class)
          .orShould()
          .callMethodWhere(
              target(nameMatching("now")).and(target(owner(resideInAPackage("java.time")))))
          .orShould()
          .callMethod(Math.class, "random")
          .because("the same history must always lead to the same state");

  @ArchTest
  static final ArchRule modules_depend_on_those_below_them_only =
      classes()
          .that()
          .resideInAPackage("io.hydrant..")
          .should(ModuleArrows.dependOnAllowedModulesOnly())
          .because("every arrow points down");

  @ArchTest
  static final ArchRule one_package_knows_the_library_of_traces =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.hydrant.server.tracing..")
          .should()
          .dependOnClassesThat(resideInAPackage("io.opentelemetry.."))
          .because("the rest of the code reports events and calls in types of its own");

  @ArchTest
  static final ArchRule delivery_knows_no_actor =
      noClasses()
          .that()
          .resideInAPackage("io.hydrant.delivery..")
          .should()
          .dependOnClassesThat(resideInAPackage("org.apache.pekko.."))
          .because("a destination is a client library and bytes");

  @ArchTest
  static final ArchRule s3_knows_no_actor_and_no_web_server =
      noClasses()
          .that()
          .resideInAPackage("io.hydrant.s3..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "org.apache.pekko..", "java.net.http..", "software.amazon.awssdk.."))
          .because("a request of S3 is a head and bytes, wherever they come from");

  @ArchTest
  static final ArchRule one_package_reads_xml =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.hydrant.s3.xml..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("javax.xml..", "org.w3c.dom..", "org.xml.sax.."))
          .because("bombs and external entities are refused in one place");

  @ArchTest
  static final ArchRule firehose_and_kms_do_not_know_each_other =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.hydrant.core.stream..", "io.hydrant.core.quota..", "io.hydrant.core.buffer..")
          .should()
          .dependOnClassesThat(resideInAPackage("io.hydrant.core.kms.."))
          .because("only runtime's KMS port knows both");

  @ArchTest
  static final ArchRule kms_knows_no_stream =
      noClasses()
          .that()
          .resideInAPackage("io.hydrant.core.kms..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "io.hydrant.core.stream..",
                  "io.hydrant.core.quota..",
                  "io.hydrant.core.buffer..",
                  "io.hydrant.core.directory.."))
          .because("KMS serves all callers alike");

  @ArchTest
  static final ArchRule quota_and_buffer_stand_alone =
      noClasses()
          .that()
          .resideInAnyPackage("io.hydrant.core.quota..", "io.hydrant.core.buffer..")
          .should()
          .dependOnClassesThat(resideInAPackage("io.hydrant.core.stream.."))
          .because("entities meet in the runtime, not in the core");

  @ArchTest
  static final ArchRule the_generic_actor_knows_no_domain_word =
      noClasses()
          .that()
          .resideInAPackage("io.hydrant.runtime.entity..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "io.hydrant.core.stream..",
                  "io.hydrant.core.quota..",
                  "io.hydrant.core.buffer..",
                  "io.hydrant.core.kms..",
                  "io.hydrant.core.directory.."))
          .because("one actor runs them all");

  @ArchTest
  static final ArchRule errors_of_core_are_made_in_errors_classes =
      noClasses()
          .that()
          .resideInAPackage("io.hydrant.core..")
          .and()
          .haveSimpleNameNotEndingWith("Errors")
          .and()
          .doNotHaveSimpleName("ServiceError")
          .should()
          .callConstructor(ServiceError.class, String.class, String.class)
          .because("every sentence that a client reads is in one file of its entity");

  /** Each package is a slice of its own, root packages and sub-packages included. */
  @ArchTest static final ArchRule no_cycles_between_packages = noCycles("io.hydrant");

  static ArchRule noCycles(String root) {
    return slices().matching(root + ".(**)").should().beFreeOfCycles();
  }

  @ArchTest
  static final ArchRule commands_are_decided_by_the_actor_and_by_replay_only =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.hydrant.core..", "io.hydrant.runtime.entity..", "io.hydrant.replay..")
          .should()
          .callMethodWhere(
              target(nameMatching("decide")).and(target(owner(assignableTo(Command.class)))))
          .because("a state changes in one place");

  @ArchTest
  static final ArchRule each_library_has_one_wall =
      classes()
          .that()
          .resideInAPackage("io.hydrant..")
          .should(ModuleArrows.useLibrariesOfTheirModuleOnly())
          .because("a module is a wall around a library");

  @ArchTest
  static final ArchRule only_the_runtime_knows_streams_and_keys =
      noClasses()
          .that()
          // The tables of entity types and of event names list all entities; the replay reads all.
          .resideOutsideOfPackages(
              "io.hydrant.core",
              "io.hydrant.runtime..",
              "io.hydrant.journal..",
              "io.hydrant.replay.projection..",
              "io.hydrant.replay.query..")
          .should(dependOn("io.hydrant.core.stream..").and(dependOn("io.hydrant.core.kms..")))
          .because("Firehose reaches its keys through one port");

  private static ArchCondition<JavaClass> dependOn(String packages) {
    DescribedPredicate<JavaClass> there = resideInAPackage(packages);
    return new ArchCondition<>("depend on " + packages) {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        boolean depends =
            item.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> there.test(dependency.getTargetClass()));
        events.add(
            new SimpleConditionEvent(
                item,
                depends,
                item.getName() + (depends ? " depends" : " does not depend") + " on " + packages));
      }
    };
  }
}
