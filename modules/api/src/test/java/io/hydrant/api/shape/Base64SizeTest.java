package io.hydrant.api.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class Base64SizeTest {
  @Property
  void what_is_taken_can_be_decoded_and_has_that_size(
      @ForAll
          @Chars({'=', '+', '/', '-', '_', '\n'})
          @CharRange(from = 'A', to = 'F')
          @StringLength(max = 9)
          String text) {
    long size;
    try {
      size = Base64Size.of(text, "data");
    } catch (SerializationException refused) {
      return;
    }
    assertThat(Base64.getDecoder().decode(text)).hasSize((int) size);
  }

  @Property
  void what_an_encoder_wrote_is_taken_with_and_without_padding(@ForAll byte[] bytes) {
    assertThat(Base64Size.of(Base64.getEncoder().encodeToString(bytes), "data"))
        .isEqualTo(bytes.length);
    assertThat(Base64Size.of(Base64.getEncoder().withoutPadding().encodeToString(bytes), "data"))
        .isEqualTo(bytes.length);
  }

  @Example
  void half_a_group_is_refused() {
    assertThatThrownBy(() -> Base64Size.of("QUJDR", "data"))
        .isInstanceOf(SerializationException.class)
        .hasMessage("'data' must be a base64 string.");
  }
}
