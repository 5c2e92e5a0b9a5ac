package io.hydrant.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hydrant.core.entity.Event;
import io.hydrant.core.entity.EventMetadata;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {
  static List<Event<?>> samples() {
    return Samples.all();
  }

  @Test
  void every_event_has_a_name_and_a_sample() {
    assertThat(samples().stream().map(Object::getClass).collect(Collectors.toSet()))
        .isEqualTo(EventNames.types());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void an_event_is_read_as_it_was_written(Event<?> event) {
    byte[] bytes = EventCodec.encode(event);
    assertThat(EventCodec.decode(EventCodec.name(event), bytes)).isEqualTo(event);
  }

  /**
   * The files are the journals that are out there: when one differs, the form has changed and needs
   * a new version. A new event's file is written by {@code -Dgolden.write=true}.
   */
  @ParameterizedTest
  @MethodSource("samples")
  void the_bytes_of_an_event_stay_as_they_are(Event<?> event) throws Exception {
    String file = EventCodec.name(event).replace('/', '-') + ".json";
    byte[] bytes = EventCodec.encode(event);
    if (Boolean.getBoolean("golden.write")) {
      Path folder = Files.createDirectories(Path.of("src/test/resources/golden"));
      Files.write(folder.resolve(file), bytes);
    }
    try (InputStream golden = getClass().getResourceAsStream("/golden/" + file)) {
      byte[] expected = Boolean.getBoolean("golden.write") ? bytes : golden.readAllBytes();
      assertThat(EventCodec.decode(EventCodec.name(event), expected)).isEqualTo(event);
      assertThat(new String(bytes, StandardCharsets.UTF_8))
          .isEqualTo(new String(expected, StandardCharsets.UTF_8));
    }
  }

  /** Without these parts the bytes are those that the build before writes and reads. */
  @ParameterizedTest
  @ValueSource(
      strings = {"directory.stream-listed-1-generation", "keys.deletion-date-noted-1-change"})
  void a_part_that_is_rarely_told_has_a_form_of_its_own_too(String file) throws Exception {
    Event<?> event = Samples.withRareParts().get(file);
    try (InputStream golden = getClass().getResourceAsStream("/golden/" + file + ".json")) {
      byte[] expected = golden.readAllBytes();
      assertThat(EventCodec.decode(EventCodec.name(event), expected)).isEqualTo(event);
      assertThat(new String(EventCodec.encode(event), StandardCharsets.UTF_8))
          .isEqualTo(new String(expected, StandardCharsets.UTF_8));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "buffer.carried-over/1",
        "stream.encryption-enabled/1",
        "stream.encryption-disabled/1",
        "stream.deletion-started/1"
      })
  void a_former_form_is_still_read(String name) throws Exception {
    try (InputStream golden =
        getClass().getResourceAsStream("/golden/" + name.replace('/', '-') + ".json")) {
      Event<?> event = EventCodec.decode(name, golden.readAllBytes());
      assertThat(EventCodec.name(event)).isEqualTo(name.replace("/1", "/2"));
      assertThat(EventCodec.decode(EventCodec.name(event), EventCodec.encode(event)))
          .isEqualTo(event);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void the_call_that_led_to_an_event_is_stored_with_it(Event<?> event) {
    Optional<EventMetadata> cause =
        Optional.of(
            new EventMetadata(
                "DisableKey", "arn:aws:iam::000000000000:user/eve", Optional.of("6f1e")));
    EventCodec.StoredForm read =
        EventCodec.read(EventCodec.name(event), EventCodec.encode(event, cause));
    assertThat(read.event()).isEqualTo(event);
    assertThat(read.cause()).isEqualTo(cause);
    assertThat(EventCodec.read(EventCodec.name(event), EventCodec.encode(event)).cause()).isEmpty();
    assertThat(EventCodec.json(event, cause))
        .endsWith(
            "\"cause\":{\"operation\":\"DisableKey\","
                + "\"principalArn\":\"arn:aws:iam::000000000000:user/eve\","
                + "\"requestId\":\"6f1e\"}}");
  }

  @Test
  void records_stand_behind_the_object_as_they_are() {
    Event<?> appended =
        samples().stream()
            .filter(event -> EventCodec.name(event).equals("buffer.records-appended/1"))
            .findFirst()
            .orElseThrow();
    assertThat(new String(EventCodec.encode(appended), StandardCharsets.UTF_8))
        .endsWith("}\none\n{two}");
  }

  @Test
  void an_unknown_name_and_damaged_bytes_are_told() {
    assertThatThrownBy(() -> EventCodec.decode("stream.unheard-of/9", new byte[0]))
        .isInstanceOf(UnreadableEventException.class)
        .hasMessageContaining("stream.unheard-of/9");
    for (Event<?> event : samples()) {
      byte[] bytes = EventCodec.encode(event);
      byte[] cut = Arrays.copyOf(bytes, bytes.length - 1);
      assertThatThrownBy(() -> EventCodec.decode(EventCodec.name(event), cut))
          .isInstanceOf(UnreadableEventException.class);
    }
  }
}
