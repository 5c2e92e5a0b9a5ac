package io.hydrant.core.kms;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.Reply;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;

class MarkerPropertiesTest {
  @Property
  void a_marker_gives_back_the_key_that_it_was_made_of(
      @ForAll String list, @ForAll @NotEmpty String last) {
    if (isWhole(last)) {
      assertThat(Marker.read(list, Marker.after(list, last))).isEqualTo(Reply.success(last));
    }
  }

  private static boolean isWhole(String text) {
    return text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }
}
