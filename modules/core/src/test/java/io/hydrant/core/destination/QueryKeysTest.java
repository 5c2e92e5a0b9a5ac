package io.hydrant.core.destination;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryKeysTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "{a:.a} => a",
        "{ a : .a , b : .b.c } => a,b",
        "{a} => a",
        "{a, b: 1} => a,b",
        "{\"a b\": .x} => a b",
        "{$a} => a",
        "{year: .t | strftime(\"%Y\"), m: (.t | f(1, 2))} => year,m",
        "{a: {b: 1, c: 2}, d: [1, 2]} => a,d",
        "{a: \"x,y:}\\\"\", b: 1} => a,b",
        "{customer_id:.customer_id,device:.type.device,year:.event_timestamp|strftime(\"%Y\")}"
            + " => customer_id,device,year"
      })
  void the_keys_of_the_outer_object_are_found(String query, String keys) {
    assertThat(QueryKeys.of(query).orElseThrow()).containsExactlyInAnyOrder(keys.split(","));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".a",
        "{}",
        "{",
        "{a:.a} | {b:.a}",
        "{(.a): 1}",
        "{a: (1}",
        "{a: 1} # }",
        "{@base64: 1}"
      })
  void no_keys_are_found_in_other_queries(String query) {
    assertThat(QueryKeys.of(query)).isEmpty();
  }

  @Property
  void any_text_can_be_asked(@ForAll String text) {
    assertThat(QueryKeys.of("{" + text + "}")).isNotNull();
  }
}
