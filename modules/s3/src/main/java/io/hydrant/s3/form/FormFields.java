package io.hydrant.s3.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields of a form before its file, in their order. Names are compared without their case. */
public record FormFields(List<Field> all) {
  static final FormFields NONE = new FormFields(List.of());

  /** One field. */
  public record Field(String name, String value) {
    boolean is(String other) {
      return name.equalsIgnoreCase(other);
    }
  }

  public FormFields {
    all = List.copyOf(all);
  }

  public Optional<String> first(String name) {
    return values(name).stream().findFirst();
  }

  List<String> values(String name) {
    return all.stream().filter(field -> field.is(name)).map(Field::value).toList();
  }

  /**
   * Returns the value of a field that a form must have.
   *
   * @throws io.hydrant.s3.error.S3Exception InvalidArgument
   */
  public String required(String name) {
    return first(name).orElseThrow(() -> FormErrors.missingField(name).exception());
  }

  FormFields with(String name, String value) {
    List<Field> more = new ArrayList<>(all);
    more.add(new Field(name, value));
    return new FormFields(more);
  }

  /** Returns the fields with the name of the file in place of its variable. */
  FormFields named(String fileName) {
    return new FormFields(
        all.stream()
            .map(field -> new Field(field.name(), field.value().replace("${filename}", fileName)))
            .toList());
  }
}
