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
    value.accept(new Writing(to, type));
  }

  /** Writes a value of a column. */
  private record Writing(RecordConsumer to, Type type) implements Value.Visitor {
    @Override
    public void visit(Value.Text value) {
      to.addBinary(Binary.fromString(value.text()));
    }

    @Override
    public void visit(Value.Binary value) {
      to.addBinary(Binary.fromConstantByteArray(value.bytes().toArray()));
    }

    @Override
    public void visit(Value.Whole value) {
      whole(to, type, value.number());
    }

    @Override
    public void visit(Value.Floating value) {
      floating(to, type, value.number());
    }

    @Override
    public void visit(Value.Exact value) {
      to.addBinary(Binary.fromConstantByteArray(ParquetDecimals.bytes(type, value.number())));
    }

    @Override
    public void visit(Value.Truth value) {
      to.addBoolean(value.value());
    }

    @Override
    public void visit(Value.Day value) {
      to.addInteger((int) value.day().toEpochDay());
    }

    @Override
    public void visit(Value.Moment value) {
      to.addBinary(int96(value.time()));
    }

    @Override
    public void visit(Value.Elements value) {
      items(value.elements().stream().map(List::of).toList());
    }

    @Override
    public void visit(Entries value) {
      items(value.entries().stream().map(RowWriteSupport::pair).toList());
    }

    @Override
    public void visit(Value.Fields value) {
      to.startGroup();
      fields(to, type.asGroupType(), value.values());
      to.endGroup();
    }

    private void items(List<List<Optional<Value>>> items) {
      to.startGroup();
      if (!items.isEmpty()) {
        repeated(to, type.asGroupType().getType(0), items);
      }
      to.endGroup();
    }
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
