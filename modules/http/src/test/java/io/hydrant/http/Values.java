package io.hydrant.http;

import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.StreamName;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values of the core's types, made and looked at by their components. */
final class Values {
  private Values() {}

  /** Some value of that type: texts are {@code x}, lists and optionals empty. */
  static Object sample(Type type) {
    Class<?> raw =
        type instanceof ParameterizedType generic
            ? (Class<?>) generic.getRawType()
            : (Class<?>) type;
    if (raw.isEnum()) {
      return raw.getEnumConstants()[0];
    }
    return raw == StreamName.class ? new StreamName("x") : simple(raw);
  }

  private static Object simple(Class<?> raw) {
    Map<Class<?>, Object> samples =
        Map.of(
            String.class,
            "x",
            int.class,
            0,
            long.class,
            0L,
            boolean.class,
            true,
            Instant.class,
            Instant.EPOCH,
            Bytes.class,
            Bytes.ofUtf8("x"),
            Optional.class,
            Optional.empty(),
            List.class,
            List.of(),
            Map.class,
            Map.of());
    return samples.containsKey(raw) ? samples.get(raw) : record(raw);
  }

  private static Object record(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] arguments =
        Arrays.stream(components).map(each -> sample(each.getGenericType())).toArray();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("no sample of " + type, e);
    }
  }

  /** Fails on a null, wherever it is. */
  static void requireWhole(Object value, String where) {
    if (value == null) {
      throw new AssertionError("null at " + where);
    }
    if (value instanceof Optional<?> optional) {
      optional.ifPresent(inner -> requireWhole(inner, where));
    } else if (value instanceof Collection<?> all) {
      all.forEach(each -> requireWhole(each, where + "[]"));
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((key, each) -> requireWhole(each, where + "." + key));
    } else if (value.getClass().isRecord()) {
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        requireWhole(read(value, component), where + "." + component.getName());
      }
    }
  }

  private static Object read(Object value, RecordComponent component) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("unreadable: " + component, e);
    }
  }
}
