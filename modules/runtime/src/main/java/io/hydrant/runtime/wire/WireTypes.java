package io.hydrant.runtime.wire;

import io.hydrant.runtime.buffer.BufferMessage;
import io.hydrant.runtime.cluster.ClusterMessage;
import io.hydrant.runtime.entity.EntityMessage;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which classes may cross: the records and enums of the core, and the messages named here. Nothing
 * else is ever made from what another node sends.
 */
final class WireTypes {
  private static final String CORE = "io.hydrant.core.";
  private static final Set<Class<?>> MESSAGES =
      Set.of(
          EntityMessage.Execute.class,
          BufferMessage.Put.class,
          BufferMessage.Ask.class,
          BufferMessage.HandOver.class,
          ClusterMessage.Hear.class,
          ClusterMessage.Bulletin.class);
  private static final Map<String, Class<?>> FOUND = new ConcurrentHashMap<>();
  private static final Map<Class<?>, RecordForm> FORMS = new ConcurrentHashMap<>();

  private WireTypes() {}

  static boolean mayCross(Class<?> type) {
    return MESSAGES.contains(type)
        || ((type.isRecord() || type.isEnum()) && type.getName().startsWith(CORE));
  }

  /**
   * @throws WireException for a class that may not cross
   */
  static Class<?> named(String name) {
    return FOUND.computeIfAbsent(name, WireTypes::find);
  }

  private static Class<?> find(String name) {
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

  /** How a record is taken apart and put together. */
  static RecordForm form(Class<?> type) {
    return FORMS.computeIfAbsent(type, RecordForm::of);
  }
}
