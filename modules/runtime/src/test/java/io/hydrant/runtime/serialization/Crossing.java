package io.hydrant.runtime.serialization;

import io.hydrant.core.entity.Decision;
import io.hydrant.core.id.Bytes;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** Looks through a type, down to its leaves, for what cannot go to another node. */
final class Crossing {
  private static final Set<Class<?>> VALUES =
      Set.of(
          int.class,
          long.class,
          boolean.class,
          Integer.class,
          Long.class,
          Boolean.class,
          String.class,
          Bytes.class,
          Instant.class,
          Duration.class,
          BigDecimal.class,
          BigInteger.class);
  private static final Set<Class<?>> MANY =
      Set.of(List.class, Set.class, Map.class, SortedMap.class, Optional.class);

  private final Set<Class<?>> seen = new HashSet<>();
  private final Set<String> obstacles = new TreeSet<>();

  private Crossing() {}

  /** Where a function, a mutable thing or anything else that is no data is met. */
  static Set<String> obstaclesOf(Type type) {
    Crossing crossing = new Crossing();
    crossing.look(type, type.getTypeName());
    return crossing.obstacles;
  }

  /** What successful answers to that command carry, by what its methods decide. */
  static List<Type> outputsOf(Class<?> command) {
    return Arrays.stream(command.getMethods())
        .filter(method -> !method.isBridge() && method.getReturnType() == Decision.class)
        .map(method -> (ParameterizedType) method.getGenericReturnType())
        .map(decision -> decision.getActualTypeArguments()[1])
        .filter(output -> !(output instanceof TypeVariable<?>))
        .toList();
  }

  private void look(Type type, String place) {
    if (type instanceof Class<?> plain) {
      lookAt(plain, place);
    } else if (type instanceof ParameterizedType generic) {
      lookAt((Class<?>) generic.getRawType(), place);
      for (Type argument : generic.getActualTypeArguments()) {
        look(argument, place);
      }
    } else if (type instanceof WildcardType wildcard) {
      look(wildcard.getUpperBounds()[0], place);
    } else if (type instanceof GenericArrayType) {
      obstacles.add(place + ": " + type);
    }
    // A type variable is looked at where it is given a type.
  }

  private void lookAt(Class<?> type, String place) {
    if (VALUES.contains(type) || MANY.contains(type) || type.isEnum() || !seen.add(type)) {
      return;
    }
    if (type.isRecord() && WireTypes.isSerializable(type)) {
      for (RecordComponent component : type.getRecordComponents()) {
        look(component.getGenericType(), place + "." + component.getName());
      }
    } else if (type.isSealed()) {
      for (Class<?> permitted : type.getPermittedSubclasses()) {
        look(permitted, place + "=" + permitted.getSimpleName());
      }
    } else if (!WireTypes.isSerializable(type)) {
      obstacles.add(place + ": " + type.getName());
    }
  }
}
