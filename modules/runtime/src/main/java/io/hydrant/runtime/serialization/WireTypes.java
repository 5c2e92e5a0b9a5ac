package io.hydrant.runtime.serialization;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.DatabindContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.jsontype.impl.TypeIdResolverBase;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.hydrant.core.id.Bytes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * The types in messages between nodes: the classes of {@link WireNames}, and a few of the JDK under
 * names of their own.
 */
final class WireTypes extends TypeIdResolverBase {
  /** The types of the JDK; a sorted map is a map too, so it is first. */
  private static final List<Value> VALUES =
      List.of(
          new Value("long", Long.class, Long.class),
          new Value("int", Integer.class, Integer.class),
          new Value("boolean", Boolean.class, Boolean.class),
          new Value("text", String.class, String.class),
          new Value("bytes", Bytes.class, Bytes.class),
          new Value("instant", Instant.class, Instant.class),
          new Value("duration", Duration.class, Duration.class),
          new Value("decimal", BigDecimal.class, BigDecimal.class),
          new Value("integer", BigInteger.class, BigInteger.class),
          new Value("optional", Optional.class, Optional.class),
          new Value("list", List.class, ArrayList.class),
          new Value("set", Set.class, LinkedHashSet.class),
          new Value("sorted-map", SortedMap.class, TreeMap.class),
          new Value("map", Map.class, LinkedHashMap.class),
          new Value("actor", ActorRef.class, ActorRef.class));

  private record Value(String name, Class<?> sent, Class<?> made) {}

  /**
   * Creates the resolver of a declared type.
   *
   * @param base the declared type
   */
  WireTypes(JavaType base) {
    super(base, TypeFactory.defaultInstance());
  }

  static boolean isSerializable(Class<?> type) {
    return WireNames.of(type).isPresent();
  }

  @Override
  public String idFromValue(Object value) {
    return idFromValueAndType(value, value.getClass());
  }

  /**
   * @throws WireException for a class without a name
   */
  @Override
  public String idFromValueAndType(Object value, Class<?> suggested) {
    Class<?> type = value instanceof Enum<?> constant ? constant.getDeclaringClass() : suggested;
    return WireNames.of(type)
        .or(
            () ->
                VALUES.stream()
                    .filter(known -> known.sent().isInstance(value))
                    .findFirst()
                    .map(Value::name))
        .orElseThrow(
            () -> new WireException(type.getName() + " has no name in messages between nodes"));
  }

  @Override
  public JavaType typeFromId(DatabindContext context, String id) {
    Class<?> type = named(id);
    return _baseType.hasRawClass(Object.class)
        ? context.constructType(type)
        : context.getTypeFactory().constructSpecializedType(_baseType, type);
  }

  /**
   * @throws WireException for a name that this build does not know
   */
  static Class<?> named(String name) {
    return WireNames.type(name)
        .or(
            () ->
                VALUES.stream()
                    .filter(known -> known.name().equals(name))
                    .findFirst()
                    .map(Value::made))
        .orElseThrow(
            () ->
                new WireException(
                    "This node does not know " + name + "; is it of another version?"));
  }

  @Override
  public JsonTypeInfo.Id getMechanism() {
    return JsonTypeInfo.Id.CUSTOM;
  }
}
