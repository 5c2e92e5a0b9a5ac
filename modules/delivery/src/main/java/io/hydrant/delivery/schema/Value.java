package io.hydrant.delivery.schema;

import io.hydrant.core.id.Bytes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** A value of a column. An empty Optional is Hive's null. */
public sealed interface Value {
  void accept(Visitor visitor);

  /** Has one method per kind of value: code that lacks one does not compile. */
  interface Visitor {
    void visit(Text value);

    void visit(Binary value);

    void visit(Whole value);

    void visit(Floating value);

    void visit(Exact value);

    void visit(Truth value);

    void visit(Day value);

    void visit(Moment value);

    void visit(Elements value);

    void visit(Entries value);

    void visit(Fields value);
  }

  /** A value of {@code string}, {@code char} and {@code varchar}. */
  record Text(String text) implements Value {
    @Override
    public void accept(Visitor visitor) {
      visitor.visit(this);
    }
  }

  /** A value of {@code binary}. */
  record Binary(Bytes bytes) implements Value {
    @Override
    public void accept(Visitor visitor) {
      visitor.visit(this);
    }
  }

  /** A value of {@code tinyint}, {@code smallint}, {@code int} and {@code bigint}. */
  record Whole(long number) implements Value {
    @Override
    public void accept(Visitor visitor) {
      visitor.visit(this);
    }
  }

  /** A value of {@code float} and {@code double}. */
  record Floating(double number) implements Value {
    @Override
    public void accept(Visitor visitor) {
      visitor.visit(this);
    }
  }

  /** A value of {@code decimal}, with the scale of its type. */
  record Exact(BigDecimal number) implements Value {
    @Override
    public void accept(Visitor visitor) {
      visitor.visit(this);
    }
  }

  /** A value of {@code boolean}. */
  record Truth(boolean value) implements Value {
    @Override
    public void accept(Visitor visitor) {
      visitor.visit(this);
    }
  }

  /** A value of {@code date}. */
  record Day(LocalDate day) implements Value {
    @Override
    public void accept(Visitor visitor) {
      visitor.visit(this);
    }
  }

  /**
   * A value of {@code timestamp}.
   *
   * @param time in UTC
   */
  record Moment(LocalDateTime time) implements Value {
    @Override
    public void accept(Visitor visitor) {
      visitor.visit(this);
    }
  }

  /** A value of {@code array}. */
  record Elements(List<Optional<Value>> elements) implements Value {
    @Override
    public void accept(Visitor visitor) {
      visitor.visit(this);
    }
  }

  /** A value of {@code map}, in the order of the data. */
  record Entries(List<Entry> entries) implements Value {
    @Override
    public void accept(Visitor visitor) {
      visitor.visit(this);
    }
  }

  /** A key of a map with its value. */
  record Entry(Value key, Optional<Value> value) {}

  /** A value of {@code struct}, or a row: one value for each field. */
  record Fields(List<Optional<Value>> values) implements Value {
    @Override
    public void accept(Visitor visitor) {
      visitor.visit(this);
    }
  }
}
