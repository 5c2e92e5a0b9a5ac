package io.hydrant.runtime.serialization;

import io.hydrant.core.entity.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The classes of the core, found where they lie. */
final class CoreClasses {
  private CoreClasses() {}

  /** All that an entity can be asked to do. */
  static List<Class<?>> commands() {
    return all().stream()
        .filter(Command.class::isAssignableFrom)
        .filter(type -> !Modifier.isAbstract(type.getModifiers()))
        .toList();
  }

  /** Every record and every enum: what messages are made of. */
  static Set<Class<?>> values() {
    return all().stream()
        .filter(type -> type.isRecord() || type.isEnum())
        .collect(Collectors.toSet());
  }

  private static List<Class<?>> all() {
    try {
      Path top = Path.of(Command.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<Path> files = Files.walk(top)) {
        return files
            .filter(file -> file.toString().endsWith(".class"))
            .filter(file -> !file.endsWith("package-info.class"))
            .<Class<?>>map(file -> load(top.relativize(file)))
            .toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> load(Path file) {
    String name = file.toString().replace('/', '.').replaceAll("[.]class$", "");
    try {
      return Class.forName(name, false, CoreClasses.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
