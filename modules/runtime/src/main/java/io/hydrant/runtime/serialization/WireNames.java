package io.hydrant.runtime.serialization;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * The names of classes in messages between nodes. They are a table, {@code wire-names.properties},
 * so that a class can be renamed while nodes of two builds work together. A message from another
 * node creates no other class.
 */
final class WireNames {
  private static final String FILE = "wire-names.properties";
  private static final Map<String, Class<?>> CLASSES = new HashMap<>();
  private static final Map<Class<?>, String> NAMES = new HashMap<>();

  static {
    Properties table = new Properties();
    try (InputStream file = WireNames.class.getResourceAsStream(FILE)) {
      table.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    table.stringPropertyNames().forEach(name -> add(name, table.getProperty(name)));
  }

  private WireNames() {}

  private static void add(String name, String className) {
    try {
      Class<?> type = Class.forName(className, false, WireNames.class.getClassLoader());
      CLASSES.put(name, type);
      if (NAMES.put(type, name) != null) {
        throw new IllegalStateException(className + " has two names in " + FILE);
      }
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(FILE + " names a class that does not exist", e);
    }
  }

  static Optional<String> of(Class<?> type) {
    return Optional.ofNullable(NAMES.get(type));
  }

  static Optional<Class<?>> type(String name) {
    return Optional.ofNullable(CLASSES.get(name));
  }

  static Set<Class<?>> types() {
    return Collections.unmodifiableSet(NAMES.keySet());
  }
}
