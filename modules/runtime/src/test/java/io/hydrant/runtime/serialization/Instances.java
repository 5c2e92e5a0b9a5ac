package io.hydrant.runtime.serialization;

import io.hydrant.core.id.Bytes;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Instances of any type that may cross, made up from its components. */
final class Instances {
  private static final int ATTEMPTS = 200;
  private static final int DEEP = 6;
  private static final List<String> TEXTS =
      List.of(
          "orders",
          "us-east-1",
          "000000000000",
          "\u00e4\u20ac\ud83d\ude00",
          "",
          "arn:aws:kms:us-east-1:000000000000:key/1234abcd-12ab-34cd-56ef-1234567890ab",
          "alias/orders");

  private final Random random;

  Instances(long seed) {
    this.random = new Random(seed);
  }

  Object of(Type type) {
    return of(type, Map.of(), 0);
  }

  private Object of(Type type, Map<TypeVariable<?>, Type> given, int depth) {
    if (type instanceof ParameterizedType generic) {
      return many(generic, given, depth);
    }
    if (type instanceof TypeVariable<?> variable) {
      return of(given.getOrDefault(variable, String.class), given, depth);
    }
    if (type instanceof WildcardType wildcard) {
      return of(wildcard.getUpperBounds()[0], given, depth);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isEnum()) {
      return plain.getEnumConstants()[random.nextInt(plain.getEnumConstants().length)];
    }
    if (plain.isRecord()) {
      return record(plain, given, depth);
    }
    if (plain.isSealed()) {
      Class<?>[] permitted = plain.getPermittedSubclasses();
      Class<?> chosen = permitted[random.nextInt(permitted.length)];
      return of(chosen, handedOn(plain, chosen, given), depth);
    }
    return value(plain);
  }

  /** The type arguments of a sealed interface are those of its cases, in the same order. */
  private static Map<TypeVariable<?>, Type> handedOn(
      Class<?> from, Class<?> to, Map<TypeVariable<?>, Type> given) {
    Map<TypeVariable<?>, Type> inside = new HashMap<>();
    for (int i = 0;
        i < Math.min(from.getTypeParameters().length, to.getTypeParameters().length);
        i++) {
      inside.put(
          to.getTypeParameters()[i], given.getOrDefault(from.getTypeParameters()[i], String.class));
    }
    return inside;
  }

  private Object many(ParameterizedType generic, Map<TypeVariable<?>, Type> given, int depth) {
    Class<?> raw = (Class<?>) generic.getRawType();
    Type[] arguments = generic.getActualTypeArguments();
    boolean none = depth > DEEP || random.nextInt(3) == 0;
    if (raw == Optional.class) {
      return none ? Optional.empty() : Optional.of(of(arguments[0], given, depth + 1));
    }
    List<Object> elements = new ArrayList<>();
    for (int i = none ? 0 : 1 + random.nextInt(2); i > 0; i--) {
      elements.add(of(arguments[0], given, depth + 1));
    }
    if (raw == List.class) {
      return elements;
    }
    if (raw == java.util.Set.class) {
      return new HashSet<>(elements);
    }
    if (Map.class.isAssignableFrom(raw)) {
      Map<Object, Object> map = new TreeMap<>();
      elements.forEach(key -> map.put(key, of(arguments[1], given, depth + 1)));
      return map;
    }
    Map<TypeVariable<?>, Type> inside = new HashMap<>();
    for (int i = 0; i < arguments.length; i++) {
      Type argument = arguments[i];
      inside.put(
          raw.getTypeParameters()[i],
          argument instanceof TypeVariable<?> outer
              ? given.getOrDefault(outer, String.class)
              : argument);
    }
    return of(raw, inside, depth);
  }

  private Object record(Class<?> type, Map<TypeVariable<?>, Type> given, int depth) {
    RecordComponent[] components = type.getRecordComponents();
    Exception refused = new IllegalStateException();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Object[] values = new Object[components.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = of(components[i].getGenericType(), given, depth + 1);
      }
      try {
        return canonical(type, components).newInstance(values);
      } catch (InvocationTargetException e) {
        // Its constructor does not take everything.
        refused = e;
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new IllegalStateException("No instance of " + type, refused);
  }

  private static Constructor<?> canonical(Class<?> type, RecordComponent[] components)
      throws NoSuchMethodException {
    Constructor<?> constructor =
        type.getDeclaredConstructor(
            Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    constructor.setAccessible(true);
    return constructor;
  }

  private Object value(Class<?> type) {
    if (type == int.class || type == Integer.class) {
      return 1 + random.nextInt(100);
    }
    if (type == long.class || type == Long.class) {
      return 1L + random.nextInt(1_000_000);
    }
    if (type == boolean.class || type == Boolean.class) {
      return random.nextBoolean();
    }
    if (type == String.class) {
      return TEXTS.get(random.nextInt(TEXTS.size()));
    }
    if (type == Bytes.class) {
      byte[] bytes = new byte[random.nextInt(20)];
      random.nextBytes(bytes);
      return Bytes.wrap(bytes);
    }
    if (type == Instant.class) {
      return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
    }
    if (type == Duration.class) {
      return Duration.ofMillis(random.nextInt(100_000));
    }
    if (type == BigDecimal.class) {
      return BigDecimal.valueOf(random.nextInt(1000), 2);
    }
    if (type == BigInteger.class) {
      return new BigInteger(100, random);
    }
    throw new IllegalArgumentException("No value of " + type);
  }
}
