package io.hydrant.runtime.wire;

import io.hydrant.core.id.Bytes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What {@link WireWriter} wrote. */
final class WireReader {
  private final ByteBuffer in;
  private final Refs refs;
  private final List<Class<?>> types = new ArrayList<>();

  private WireReader(byte[] bytes, Refs refs) {
    this.in = ByteBuffer.wrap(bytes);
    this.refs = refs;
  }

  /**
   * @throws WireException for bytes that are no message
   */
  static Object read(byte[] bytes, Refs refs) {
    WireReader reader = new WireReader(bytes, refs);
    try {
      Object message = reader.value();
      if (reader.in.hasRemaining()) {
        throw new WireException("Bytes behind the message");
      }
      return message;
    } catch (WireException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new WireException("The message is cut off or was changed", e);
    }
  }

  private Object value() {
    return switch (Tag.of(in.get())) {
      case RECORD -> record();
      case ENUM -> constant();
      case TEXT -> text();
      case TRUE -> true;
      case FALSE -> false;
      case INT -> in.getInt();
      case LONG -> in.getLong();
      case DOUBLE -> in.getDouble();
      case DECIMAL -> new BigDecimal(text());
      case INTEGER -> new BigInteger(block());
      case BYTES -> Bytes.wrap(block());
      case LIST -> elements();
      case SET -> new LinkedHashSet<>(elements());
      case MAP -> entries(new LinkedHashMap<>());
      case SORTED_MAP -> entries(new TreeMap<>());
      case EMPTY -> Optional.empty();
      case PRESENT -> Optional.of(value());
      case INSTANT -> Instant.ofEpochSecond(in.getLong(), in.getInt());
      case DURATION -> Duration.ofSeconds(in.getLong(), in.getInt());
      case REF -> refs.ref(text());
    };
  }

  private Object record() {
    Class<?> type = type();
    if (!type.isRecord()) {
      throw new WireException("Not a record: " + type.getName());
    }
    RecordForm form = WireTypes.form(type);
    Object[] components = new Object[form.accessors().size()];
    for (int i = 0; i < components.length; i++) {
      components[i] = value();
    }
    return form.make(components);
  }

  private Object constant() {
    Class<?> type = type();
    String name = text();
    if (!type.isEnum()) {
      throw new WireException("Not an enum: " + type.getName());
    }
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(name)) {
        return constant;
      }
    }
    throw new WireException("No " + name + " in " + type.getName());
  }

  private List<Object> elements() {
    int count = count();
    List<Object> elements = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      elements.add(value());
    }
    return elements;
  }

  private Map<Object, Object> entries(Map<Object, Object> map) {
    int count = count();
    for (int i = 0; i < count; i++) {
      map.put(value(), value());
    }
    return map;
  }

  private Class<?> type() {
    int number = in.getInt();
    if (number == -1) {
      types.add(WireTypes.named(text()));
      return types.get(types.size() - 1);
    }
    if (number < 0 || number >= types.size()) {
      throw new WireException("A class that was not named");
    }
    return types.get(number);
  }

  private String text() {
    return new String(block(), StandardCharsets.UTF_8);
  }

  private byte[] block() {
    byte[] block = new byte[count()];
    in.get(block);
    return block;
  }

  /** Each of what is counted has a byte at least, so a wrong count cannot ask for all memory. */
  private int count() {
    int count = in.getInt();
    if (count < 0 || count > in.remaining()) {
      throw new WireException("The message is cut off");
    }
    return count;
  }
}
