package io.hydrant.delivery.schema;

import java.util.List;

/** A type of a column, as Glue writes it: Hive's types. */
public sealed interface HiveType {
  <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X;

  /** Has one method per type: code that lacks one does not compile. */
  interface Visitor<R, X extends Exception> {
    R visit(Primitive type) throws X;

    R visit(BoundedText type) throws X;

    R visit(Decimal type) throws X;

    R visit(Array type) throws X;

    R visit(MapOf type) throws X;

    R visit(Struct type) throws X;
  }

  /** Returns whether values of the type have parts; such a type cannot be the key of a map. */
  default boolean isContainer() {
    return false;
  }

  /** The types without parameters or parts. */
  enum Primitive implements HiveType {
    STRING,
    BINARY,
    TINYINT,
    SMALLINT,
    INT,
    BIGINT,
    FLOAT,
    DOUBLE,
    BOOLEAN,
    DATE,
    TIMESTAMP;

    @Override
    public <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X {
      return visitor.visit(this);
    }
  }

  /**
   * {@code char(n)} and {@code varchar(n)}.
   *
   * @param length in characters; what is longer is cut
   */
  record BoundedText(int length) implements HiveType {
    @Override
    public <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X {
      return visitor.visit(this);
    }
  }

  /** {@code decimal(precision,scale)}. */
  record Decimal(int precision, int scale) implements HiveType {
    @Override
    public <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X {
      return visitor.visit(this);
    }
  }

  /** {@code array<element>}. */
  record Array(HiveType element) implements HiveType {
    @Override
    public <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X {
      return visitor.visit(this);
    }

    @Override
    public boolean isContainer() {
      return true;
    }
  }

  /** {@code map<key,value>}. */
  record MapOf(HiveType key, HiveType value) implements HiveType {
    @Override
    public <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X {
      return visitor.visit(this);
    }

    @Override
    public boolean isContainer() {
      return true;
    }
  }

  /** {@code struct<name:type,…>}. */
  record Struct(List<Column> fields) implements HiveType {
    public Struct {
      fields = List.copyOf(fields);
    }

    @Override
    public <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X {
      return visitor.visit(this);
    }

    @Override
    public boolean isContainer() {
      return true;
    }
  }

  /**
   * A column of a table or a field of a struct.
   *
   * @param name as the catalog writes it; data matches it without regard to case
   */
  record Column(String name, HiveType type) {}
}
