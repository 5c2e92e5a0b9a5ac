package io.hydrant.runtime.serialization;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.DatabindContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.jsontype.impl.TypeIdResolverBase;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.hydrant.core.id.Bytes;
import io.hydrant.runtime.buffer.BufferMessage;
import io.hydrant.runtime.cluster.ClusterMessage;
import io.hydrant.runtime.entity.EntityMessage;
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
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * Which classes may cross: the records and enums of the core, the messages named here, and a few of
 * the JDK under names of their own. Nothing else is ever made from what another node sends.
 */
final class WireTypes extends TypeIdResolverBase {
  private static final String CORE = "io.hydrant.core.";
  private static final Set<Class<?>> MESSAGES =
      Set.of(
          EntityMessage.Execute.class,
          BufferMessage.Put.class,
          BufferMessage.Ask.class,
          BufferMessage.Handoff.class,
          ClusterMessage.Sync.class,
          ClusterMessage.Bulletin.class,
          ClusterMessage.Strike.class,
          ClusterMessage.Struck.class);

  /** By what is sent; a sorted map is a map too, so it comes first. */
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

  private static final Map<String, Class<?>> FOUND = new ConcurrentHashMap<>();

  private record Value(String name, Class<?> sent, Class<?> made) {}

  /**
   * @param base what a value is declared as
   */
  WireTypes(JavaType base) {
    super(base, TypeFactory.defaultInstance());
  }

  static boolean mayCross(Class<?> type) {
    return MESSAGES.contains(type)
        || ((type.isRecord() || type.isEnum()) && type.getName().startsWith(CORE));
  }

  @Override
  public String idFromValue(Object value) {
    return idFromValueAndType(value, value.getClass());
  }

  /**
   * @throws WireException for what may not cross
   */
  @Override
  public String idFromValueAndType(Object value, Class<?> suggested) {
    Class<?> type = value instanceof Enum<?> constant ? constant.getDeclaringClass() : suggested;
    if (mayCross(type)) {
      return type.getName();
    }
    return VALUES.stream()
        .filter(known -> known.sent().isInstance(value))
        .findFirst()
        .map(Value::name)
        .orElseThrow(() -> new WireException(type.getName() + " may not cross between nodes"));
  }

  @Override
  public JavaType typeFromId(DatabindContext context, String id) {
    Class<?> type = named(id);
    return _baseType.hasRawClass(Object.class)
        ? context.constructType(type)
        : context.getTypeFactory().constructSpecializedType(_baseType, type);
  }

  /**
   * @throws WireException for a class that may not cross
   */
  static Class<?> named(String name) {
    return FOUND.computeIfAbsent(name, WireTypes::find);
  }

  private static Class<?> find(String name) {
    return VALUES.stream()
        .filter(known -> known.name().equals(name))
        .findFirst()
        .<Class<?>>map(Value::made)
        .orElseGet(() -> ours(name));
  }

  private static Class<?> ours(String name) {
    try {
      Class<?> type = Class.forName(name, false, WireTypes.class.getClassLoader());
      if (mayCross(type)) {
        return type;
      }
    } catch (ClassNotFoundException e) {
      throw new WireException("This node does not know " + name + "; is it of another version?", e);
    }
    throw new WireException(name + " may not cross between nodes");
  }

  @Override
  public JsonTypeInfo.Id getMechanism() {
    return JsonTypeInfo.Id.CUSTOM;
  }
}
