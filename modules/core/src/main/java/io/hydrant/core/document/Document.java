package io.hydrant.core.document;

import io.hydrant.core.id.Bytes;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON-like value. Destination configurations are kept in this form, so that each of their many
 * members is stored and described back as it was given.
 */
public sealed interface Document {
  <R> R accept(Visitor<R> visitor);

  /** Has one method per case: code that lacks a case does not compile. */
  interface Visitor<R> {
    R visit(Structure document);

    R visit(Sequence document);

    R visit(Text document);

    R visit(Numeric document);

    R visit(Bool document);

    R visit(Encrypted document);
  }

  /** Members in the order in which they were given. */
  record Structure(Map<String, Document> members) implements Document {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    public Structure {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    public static Structure empty() {
      return new Structure(Map.of());
    }

    public Optional<Document> get(String name) {
      return Optional.ofNullable(members.get(name));
    }

    public boolean has(String name) {
      return members.containsKey(name);
    }

    public Optional<Structure> structure(String name) {
      return get(name).filter(Structure.class::isInstance).map(Structure.class::cast);
    }

    public Optional<String> text(String name) {
      return get(name).filter(Text.class::isInstance).map(d -> ((Text) d).value());
    }

    public Optional<Integer> integer(String name) {
      return get(name).filter(Numeric.class::isInstance).map(d -> ((Numeric) d).value().intValue());
    }

    public boolean isTrue(String name) {
      return get(name).filter(new Bool(true)::equals).isPresent();
    }

    /** This structure with one member more, or another value for it. */
    public Structure with(String name, Document value) {
      Map<String, Document> changed = new LinkedHashMap<>(members);
      changed.put(name, value);
      return new Structure(changed);
    }

    /** This structure with {@code value} where the member is missing. */
    public Structure withDefault(String name, Document value) {
      return has(name) ? this : with(name, value);
    }

    public Structure without(String name) {
      Map<String, Document> changed = new LinkedHashMap<>(members);
      changed.remove(name);
      return new Structure(changed);
    }
  }

  record Sequence(List<Document> elements) implements Document {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    public Sequence {
      elements = List.copyOf(elements);
    }
  }

  record Text(String value) implements Document {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record Numeric(BigDecimal value) implements Document {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    public Numeric(long value) {
      this(BigDecimal.valueOf(value));
    }
  }

  /**
   * A secret in place of its plaintext. Only a node makes such a value: a call's input has none,
   * whatever a client sends. It is stored, and never described.
   */
  record Encrypted(Bytes value) implements Document {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  record Bool(boolean value) implements Document {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }
}
