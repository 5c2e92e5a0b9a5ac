package io.hydrant.acceptance;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/** Which module may use which other one, and which library; the table of modules/README.md. */
final class ModuleArrows {
  private static final String ROOT = "io.hydrant.";

  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          Map.entry("core", Set.of()),
          Map.entry("api", Set.of("core")),
          Map.entry("journal", Set.of("core")),
          Map.entry("delivery", Set.of("core")),
          Map.entry("runtime", Set.of("core", "api", "journal", "delivery")),
          Map.entry("s3", Set.of("core", "api")),
          Map.entry("http", Set.of("core", "api", "s3")),
          Map.entry("replay", Set.of("core", "api", "journal")),
          Map.entry("inspector", Set.of("core", "api", "replay", "http")),
          Map.entry(
              "server",
              Set.of(
                  "core",
                  "api",
                  "journal",
                  "delivery",
                  "s3",
                  "runtime",
                  "http",
                  "replay",
                  "inspector")),
          Map.entry("cli", Set.of("core", "api", "journal", "runtime", "replay", "server")),
          Map.entry(
              "benchmarks",
              Set.of("core", "api", "journal", "runtime", "replay", "server", "cli")));

  /** The packages of a library, with the modules that may use it. */
  private static final Map<String, Set<String>> LIBRARIES =
      Map.of(
          "org.apache.pekko.http.", Set.of("http", "inspector", "server"),
          "j2html.", Set.of("inspector"),
          "picocli.", Set.of("cli"),
          "io.opentelemetry.", Set.of("server"),
          "io.prometheus.", Set.of("server"),
          "org.flywaydb.", Set.of("runtime"));

  private ModuleArrows() {}

  static ArchCondition<JavaClass> dependOnAllowedModulesOnly() {
    return condition(
        "depend on allowed modules only",
        (from, target) ->
            !target.startsWith(ROOT)
                || module(target).equals(from)
                || ALLOWED.getOrDefault(from, Set.of()).contains(module(target)));
  }

  static ArchCondition<JavaClass> useLibrariesOfTheirModuleOnly() {
    return condition(
        "use libraries of their module only",
        (from, target) ->
            LIBRARIES.entrySet().stream()
                .filter(library -> target.startsWith(library.getKey()))
                .allMatch(library -> library.getValue().contains(from)));
  }

  /**
   * @param allowed of a module and the full name of a class
   */
  private static ArchCondition<JavaClass> condition(
      String description, BiPredicate<String, String> allowed) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
          String target = dependency.getTargetClass().getBaseComponentType().getName();
          if (!allowed.test(module(item.getName()), target)) {
            events.add(SimpleConditionEvent.violated(item, dependency.getDescription()));
          }
        }
      }
    };
  }

  private static String module(String className) {
    return List.of(className.split("\\.", -1)).get(2);
  }
}
