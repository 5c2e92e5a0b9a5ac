package io.hydrant.delivery.parquet;

import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.decimalType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.intType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;

import io.hydrant.delivery.schema.HiveType;
import io.hydrant.delivery.schema.HiveType.Column;
import io.hydrant.delivery.schema.HiveType.Primitive;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** Parquet's types for Hive's, as Hive's own writer chooses them. All fields are optional. */
final class ParquetSchemas {
  private static final int TINYINT_BITS = 8;
  private static final int SMALLINT_BITS = 16;

  private ParquetSchemas() {}

  static MessageType of(List<Column> columns) {
    Types.MessageTypeBuilder message = Types.buildMessage();
    columns.forEach(column -> message.addField(field(column)));
    return message.named("hive_schema");
  }

  private static Type field(Column column) {
    return field(column.type(), column.name().toLowerCase(Locale.ROOT), Type.Repetition.OPTIONAL);
  }

  private static Type field(HiveType type, String name, Type.Repetition repetition) {
    return type.accept(new Field(name, repetition));
  }

  /** Makes a column of a type. */
  private record Field(String name, Type.Repetition repetition)
      implements HiveType.Visitor<Type, RuntimeException> {
    @Override
    public Type visit(Primitive type) {
      return primitive(type, name, repetition);
    }

    @Override
    public Type visit(HiveType.BoundedText type) {
      return leaf(PrimitiveTypeName.BINARY, stringType(), name, repetition);
    }

    @Override
    public Type visit(HiveType.Decimal type) {
      return Types.primitive(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY, repetition)
          .length(bytes(type.precision()))
          .as(decimalType(type.scale(), type.precision()))
          .named(name);
    }

    @Override
    public Type visit(HiveType.Array type) {
      return Types.list(repetition)
          .element(field(type.element(), "element", Type.Repetition.OPTIONAL))
          .named(name);
    }

    @Override
    public Type visit(HiveType.MapOf type) {
      return Types.map(repetition)
          .key(field(type.key(), "key", Type.Repetition.REQUIRED))
          .value(field(type.value(), "value", Type.Repetition.OPTIONAL))
          .named(name);
    }

    @Override
    public Type visit(HiveType.Struct type) {
      Types.GroupBuilder<GroupType> group = Types.buildGroup(repetition);
      type.fields().forEach(each -> group.addField(field(each)));
      return group.named(name);
    }
  }

  private static Type primitive(Primitive type, String name, Type.Repetition repetition) {
    return switch (type) {
      case STRING -> leaf(PrimitiveTypeName.BINARY, stringType(), name, repetition);
      case BINARY -> Types.primitive(PrimitiveTypeName.BINARY, repetition).named(name);
      case TINYINT -> leaf(PrimitiveTypeName.INT32, intType(TINYINT_BITS), name, repetition);
      case SMALLINT -> leaf(PrimitiveTypeName.INT32, intType(SMALLINT_BITS), name, repetition);
      case INT -> Types.primitive(PrimitiveTypeName.INT32, repetition).named(name);
      case BIGINT -> Types.primitive(PrimitiveTypeName.INT64, repetition).named(name);
      case FLOAT -> Types.primitive(PrimitiveTypeName.FLOAT, repetition).named(name);
      case DOUBLE -> Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(name);
      case BOOLEAN -> Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(name);
      case DATE -> leaf(PrimitiveTypeName.INT32, dateType(), name, repetition);
      case TIMESTAMP -> Types.primitive(PrimitiveTypeName.INT96, repetition).named(name);
    };
  }

  private static Type leaf(
      PrimitiveTypeName physical,
      LogicalTypeAnnotation logical,
      String name,
      Type.Repetition repetition) {
    return Types.primitive(physical, repetition).as(logical).named(name);
  }

  /** Returns how many bytes a number of that many digits needs, with its sign. */
  static int bytes(int precision) {
    return BigInteger.TEN.pow(precision).bitLength() / Byte.SIZE + 1;
  }
}
