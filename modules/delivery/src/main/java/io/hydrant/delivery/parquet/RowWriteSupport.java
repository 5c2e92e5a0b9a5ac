package io.hydrant.delivery.parquet;

import io.hydrant.delivery.schema.Value;
import io.hydrant.delivery.schema.Value.Entries;
import io.hydrant.delivery.schema.Value.Entry;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.time.temporal.JulianFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/** Writes rows to the columns of a file. */
final class RowWriteSupport extends WriteSupport<Value.Fields> {
  private static final int INT96_BYTES = 12;

  private final MessageType schema;
  private Optional<RecordConsumer> consumer = Optional.empty();

  RowWriteSupport(MessageType schema) {
    this.schema = schema;
  }

  @SuppressWarnings("deprecation") // Abstract there, and not called.
  @Override
  public WriteContext init(Configuration configuration) {
    return new WriteContext(schema, Map.of());
  }

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    return new WriteContext(schema, Map.of());
  }

  @Override
  public void prepareForWrite(RecordConsumer columns) {
    consumer = Optional.of(columns);
  }

  @Override
  public void write(Value.Fields row) {
    RecordConsumer columns = consumer.orElseThrow();
    columns.startMessage();
    fields(columns, schema, row.values());
    columns.endMessage();
  }

  private static void fields(RecordConsumer to, GroupType type, List<Optional<Value>> values) {
    for (int i = 0; i < values.size(); i++) {
      field(to, type.getType(i), i, values.get(i));
    }
  }

  private static void field(RecordConsumer to, Type type, int index, Optional<Value> value) {
    if (value.isPresent()) {
      to.startField(type.getName(), index);
      write(to, type, value.get());
      to.endField(type.getName(), index);
    }
  }

  private static void write(RecordConsumer to, Type type, Value value) {
    if (value instanceof Value.Text text) {
      to.addBinary(Binary.fromString(text.text()));
    } else if (value instanceof Value.Binary binary) {
      to.addBinary(Binary.fromConstantByteArray(binary.bytes().toArray()));
    } else if (value instanceof Value.Whole whole) {
      whole(to, type, whole.number());
    } else if (value instanceof Value.Floating floating) {
      floating(to, type, floating.number());
    } else if (value instanceof Value.Exact exact) {
      to.addBinary(Binary.fromConstantByteArray(ParquetDecimals.bytes(type, exact.number())));
    } else if (value instanceof Value.Truth truth) {
      to.addBoolean(truth.value());
    } else if (value instanceof Value.Day day) {
      to.addInteger((int) day.day().toEpochDay());
    } else if (value instanceof Value.Moment moment) {
      to.addBinary(int96(moment.time()));
    } else {
      group(to, type.asGroupType(), value);
    }
  }

  private static void group(RecordConsumer to, GroupType type, Value value) {
    to.startGroup();
    if (value instanceof Value.Fields fields) {
      fields(to, type, fields.values());
    } else {
      List<List<Optional<Value>>> items =
          value instanceof Entries entries
              ? entries.entries().stream().map(RowWriteSupport::pair).toList()
              : ((Value.Elements) value).elements().stream().map(List::of).toList();
      if (!items.isEmpty()) {
        repeated(to, type.getType(0), items);
      }
    }
    to.endGroup();
  }

  private static List<Optional<Value>> pair(Entry entry) {
    return List.of(Optional.of(entry.key()), entry.value());
  }

  private static void repeated(RecordConsumer to, Type type, List<List<Optional<Value>>> items) {
    to.startField(type.getName(), 0);
    for (List<Optional<Value>> item : items) {
      to.startGroup();
      fields(to, type.asGroupType(), item);
      to.endGroup();
    }
    to.endField(type.getName(), 0);
  }

  private static void whole(RecordConsumer to, Type type, long number) {
    if (type.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.INT64) {
      to.addLong(number);
    } else {
      to.addInteger((int) number);
    }
  }

  private static void floating(RecordConsumer to, Type type, double number) {
    if (type.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.FLOAT) {
      to.addFloat((float) number);
    } else {
      to.addDouble(number);
    }
  }

  /** Returns the nanoseconds of the day and the Julian day, as Hive writes a timestamp. */
  private static Binary int96(LocalDateTime time) {
    ByteBuffer bytes = ByteBuffer.allocate(INT96_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(time.toLocalTime().toNanoOfDay());
    bytes.putInt((int) time.toLocalDate().getLong(JulianFields.JULIAN_DAY));
    return Binary.fromConstantByteArray(bytes.array());
  }
}
