package io.hydrant.delivery.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hydrant.delivery.schema.HiveType.Column;
import io.hydrant.delivery.schema.HiveType.Primitive;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiveTypeParserTest {
  @Test
  void types_are_nested_as_hive_writes_them() {
    assertThat(HiveTypeParser.parse("map<string, array<struct<a:INT,b:decimal(5,2)>>>"))
        .isEqualTo(
            new HiveType.MapOf(
                Primitive.STRING,
                new HiveType.Array(
                    new HiveType.Struct(
                        List.of(
                            new Column("a", Primitive.INT),
                            new Column("b", new HiveType.Decimal(5, 2)))))));
    assertThat(HiveTypeParser.parse("decimal")).isEqualTo(new HiveType.Decimal(10, 0));
    assertThat(HiveTypeParser.parse("varchar(20)")).isEqualTo(new HiveType.BoundedText(20));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "map<array<int>,int>",
        "map<struct<a:int>,int>",
        "",
        "set<string>",
        "array<int",
        "array<>",
        "map<int>",
        "struct<a>",
        "int x",
        "decimal(39,1)",
        "decimal(2,3)",
        "varchar",
        "char(x)",
        "uniontype<int>"
      })
  void what_hive_does_not_have_is_refused(String text) {
    assertThatThrownBy(() -> HiveTypeParser.parse(text))
        .isInstanceOf(TableException.class)
        .hasMessage("The type " + text + " is not one that Hive has.");
  }

  @Test
  void a_type_that_is_nested_too_deep_is_refused() {
    String text = "array<".repeat(100) + "int" + ">".repeat(100);
    assertThatThrownBy(() -> HiveTypeParser.parse(text)).isInstanceOf(TableException.class);
  }
}
