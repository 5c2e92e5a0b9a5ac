package io.hydrant.runtime.wire;

import io.hydrant.core.id.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * A message's bytes: each value behind a tag, records by the name of their class and their
 * components in order. A class is named in full once and by its number after that.
 */
final class WireWriter {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);
  private final Map<String, Integer> names = new HashMap<>();
  private final Refs refs;

  private WireWriter(Refs refs) {
    this.refs = refs;
  }

  static byte[] write(Object message, Refs refs) {
    WireWriter writer = new WireWriter(refs);
    try {
      writer.value(message);
    } catch (IOException e) {
      throw new WireException("The message cannot be written", e);
    }
    return writer.bytes.toByteArray();
  }

  private void value(Object value) throws IOException {
    if (value instanceof Record record) {
      record(record);
    } else if (value instanceof Bytes data) {
      tag(Tag.BYTES);
      block(data.unsafeArray());
    } else if (value instanceof String text) {
      tag(Tag.TEXT);
      text(text);
    } else if (value instanceof Boolean bool) {
      tag(bool ? Tag.TRUE : Tag.FALSE);
    } else if (value instanceof Number number) {
      number(number);
    } else if (value instanceof Enum<?> constant) {
      tag(Tag.ENUM);
      type(constant.getDeclaringClass());
      text(constant.name());
    } else if (value instanceof Optional<?> optional) {
      optional(optional);
    } else if (value instanceof ActorRef<?> ref) {
      tag(Tag.REF);
      text(refs.text(ref));
    } else {
      timeOrMany(value);
    }
  }

  private void timeOrMany(Object value) throws IOException {
    if (value instanceof Instant instant) {
      tag(Tag.INSTANT);
      out.writeLong(instant.getEpochSecond());
      out.writeInt(instant.getNano());
    } else if (value instanceof Duration duration) {
      tag(Tag.DURATION);
      out.writeLong(duration.getSeconds());
      out.writeInt(duration.getNano());
    } else if (value instanceof List<?> list) {
      tag(Tag.LIST);
      elements(list);
    } else if (value instanceof Set<?> set) {
      tag(Tag.SET);
      elements(set);
    } else if (value instanceof Map<?, ?> map) {
      tag(map instanceof SortedMap<?, ?> ? Tag.SORTED_MAP : Tag.MAP);
      out.writeInt(map.size());
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        value(entry.getKey());
        value(entry.getValue());
      }
    } else {
      throw new WireException(
          (value == null ? "null" : value.getClass().getName()) + " may not cross between nodes");
    }
  }

  private void record(Record record) throws IOException {
    Class<?> type = record.getClass();
    tag(Tag.RECORD);
    type(type);
    RecordForm form = WireTypes.form(type);
    for (int i = 0; i < form.accessors().size(); i++) {
      value(form.component(i, record));
    }
  }

  private void number(Number number) throws IOException {
    if (number instanceof Integer small) {
      tag(Tag.INT);
      out.writeInt(small);
    } else if (number instanceof Long large) {
      tag(Tag.LONG);
      out.writeLong(large);
    } else if (number instanceof Double fraction) {
      tag(Tag.DOUBLE);
      out.writeDouble(fraction);
    } else if (number instanceof BigDecimal decimal) {
      tag(Tag.DECIMAL);
      text(decimal.toString());
    } else if (number instanceof BigInteger integer) {
      tag(Tag.INTEGER);
      block(integer.toByteArray());
    } else {
      throw new WireException(number.getClass().getName() + " may not cross between nodes");
    }
  }

  private void optional(Optional<?> optional) throws IOException {
    tag(optional.isPresent() ? Tag.PRESENT : Tag.EMPTY);
    if (optional.isPresent()) {
      value(optional.get());
    }
  }

  private void elements(Collection<?> elements) throws IOException {
    out.writeInt(elements.size());
    for (Object element : elements) {
      value(element);
    }
  }

  private void type(Class<?> type) throws IOException {
    if (!WireTypes.mayCross(type)) {
      throw new WireException(type.getName() + " may not cross between nodes");
    }
    Integer number = names.putIfAbsent(type.getName(), names.size());
    out.writeInt(number == null ? -1 : number);
    if (number == null) {
      text(type.getName());
    }
  }

  private void tag(Tag tag) throws IOException {
    out.writeByte(tag.code());
  }

  private void text(String text) throws IOException {
    block(text.getBytes(StandardCharsets.UTF_8));
  }

  private void block(byte[] block) throws IOException {
    out.writeInt(block.length);
    out.write(block);
  }
}
