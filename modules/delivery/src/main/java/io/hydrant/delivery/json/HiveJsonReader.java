package io.hydrant.delivery.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.hydrant.core.id.Bytes;
import io.hydrant.delivery.schema.HiveType;
import io.hydrant.delivery.schema.HiveType.Column;
import io.hydrant.delivery.schema.HiveType.Primitive;
import io.hydrant.delivery.schema.Value;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Reads rows as Hive's own JSON SerDe does: it is strict. A value must have the type of its column.
 */
public final class HiveJsonReader implements RowReader {
  private final List<Column> columns;
  private final TimestampFormats formats;

  /**
   * @param columns the columns of the table
   */
  public HiveJsonReader(List<Column> columns, TimestampFormats formats) {
    this.columns = List.copyOf(columns);
    this.formats = formats;
  }

  @Override
  public List<Value.Fields> rows(byte[] record) throws ConversionException {
    List<Value.Fields> rows = new ArrayList<>();
    // The values are checked to be JSON first, so that what fails later does not fit the schema.
    JsonObjects.of(record);
    try (JsonParser parser = JsonObjects.MAPPER.createParser(record)) {
      while (parser.nextToken() != null) {
        rows.add(fields(columns, parser));
      }
      return rows;
    } catch (JsonProcessingException e) {
      throw ConversionException.malformed(e.getOriginalMessage());
    } catch (IOException e) {
      throw ConversionException.malformed(e.toString());
    } catch (IllegalArgumentException e) {
      throw ConversionException.malformed(String.valueOf(e.getMessage()));
    }
  }

  private Value.Fields fields(List<Column> fields, JsonParser parser) throws IOException {
    List<Optional<Value>> values =
        new ArrayList<>(Collections.nCopies(fields.size(), Optional.empty()));
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      int index = index(fields, name);
      if (index < 0) {
        parser.skipChildren();
      } else {
        values.set(index, value(fields.get(index).type(), parser));
      }
    }
    return new Value.Fields(values);
  }

  private static int index(List<Column> fields, String name) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }

  private Optional<Value> value(HiveType type, JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return Optional.empty();
    }
    return type.accept(new Reading(parser));
  }

  /** Reads a value of a type from the parser. */
  private final class Reading implements HiveType.Visitor<Optional<Value>, IOException> {
    private final JsonParser parser;

    Reading(JsonParser parser) {
      this.parser = parser;
    }

    @Override
    public Optional<Value> visit(Primitive type) throws IOException {
      requireScalar(parser);
      return Optional.of(primitive(type, parser));
    }

    @Override
    public Optional<Value> visit(HiveType.BoundedText type) throws IOException {
      requireScalar(parser);
      return Optional.of(new Value.Text(Texts.cut(parser.getText(), type.length())));
    }

    @Override
    public Optional<Value> visit(HiveType.Decimal type) throws IOException {
      requireScalar(parser);
      return Numbers.exact(type, parser.getText());
    }

    @Override
    public Optional<Value> visit(HiveType.Array type) throws IOException {
      return Optional.of(elements(type, parser));
    }

    @Override
    public Optional<Value> visit(HiveType.MapOf type) throws IOException {
      require(parser, JsonToken.START_OBJECT, "Object");
      return Optional.of(entries(type, parser));
    }

    @Override
    public Optional<Value> visit(HiveType.Struct type) throws IOException {
      require(parser, JsonToken.START_OBJECT, "Object");
      return Optional.of(fields(type.fields(), parser));
    }
  }

  private static void requireScalar(JsonParser parser) {
    if (parser.currentToken().isStructStart()) {
      throw new IllegalArgumentException(
          "One or more fields have incorrect format. Exception when validating field (root)");
    }
  }

  private Value primitive(Primitive type, JsonParser parser) throws IOException {
    return switch (type) {
      case STRING -> new Value.Text(parser.getText());
      case BINARY -> new Value.Binary(Bytes.ofUtf8(parser.getText()));
      case TINYINT -> new Value.Whole(parser.getByteValue());
      case SMALLINT -> new Value.Whole(parser.getShortValue());
      case INT -> new Value.Whole(parser.getIntValue());
      case BIGINT -> new Value.Whole(parser.getLongValue());
      case FLOAT -> new Value.Floating(parser.getFloatValue());
      case DOUBLE -> new Value.Floating(parser.getDoubleValue());
      case BOOLEAN -> new Value.Truth(parser.getBooleanValue());
      case DATE -> new Value.Day(day(parser.getText()));
      case TIMESTAMP -> new Value.Moment(formats.read(parser.getText()));
    };
  }

  private static LocalDate day(String text) {
    return Timestamps.readDay(text)
        .orElseThrow(
            () -> new IllegalArgumentException("Date format must be yyyy-mm-dd, not " + text));
  }

  private Value elements(HiveType.Array type, JsonParser parser) throws IOException {
    require(parser, JsonToken.START_ARRAY, "Array");
    List<Optional<Value>> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(type.element(), parser));
    }
    return new Value.Elements(elements);
  }

  /** The keys keep their case. */
  private Value entries(HiveType.MapOf type, JsonParser parser) throws IOException {
    List<Value.Entry> entries = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Value key = MapKeys.read(type.key(), parser.currentName());
      parser.nextToken();
      entries.add(new Value.Entry(key, value(type.value(), parser)));
    }
    return new Value.Entries(entries);
  }

  private static void require(JsonParser parser, JsonToken token, String name) throws IOException {
    if (parser.currentToken() != token) {
      throw new IOException("Start of " + name + " expected");
    }
  }
}
