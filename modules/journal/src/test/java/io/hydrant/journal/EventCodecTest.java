package io.hydrant.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hydrant.core.entity.Event;
import io.hydrant.core.entity.EventEnvelope;
import io.hydrant.core.entity.EventMetadata;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.stream.EncryptionEvent;
import io.hydrant.core.stream.StreamEvent;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

  /** Shows how an event whose form has changed stays readable under its older name. */
  @Test
  void a_legacy_form_is_read_as_the_event_of_today_with_empty_components() {
    EventNames names =
        new EventNames(
            Map.of("stream.encryption-enabled/2", EncryptionEvent.EncryptionEnabled.class),
            Map.of("stream.encryption-enabled/1", EncryptionEvent.EncryptionEnabled.class));
    byte[] older =
        "{\"at\":\"2026-11-23T12:00:00Z\",\"epoch\":1,\"wrappedDataKey\":\"AQI=\"}"
            .getBytes(StandardCharsets.UTF_8);
    assertThat(EventCodec.read(names, "stream.encryption-enabled/1", older).event())
        .isEqualTo(
            new EncryptionEvent.EncryptionEnabled(
                Instant.parse("2026-11-23T12:00:00Z"),
                1,
                Bytes.wrap(new byte[] {1, 2}),
                Optional.empty()));
    assertThat(names.of(EventCodec.read(names, "stream.encryption-enabled/1", older).event()))
        .as("written under the newest name")
        .isEqualTo("stream.encryption-enabled/2");
  }

  @Test
  void a_name_stands_for_one_event_and_an_event_has_one_name() {
    Map<String, Class<? extends Event<?>>> one =
        Map.of("stream.activated/1", StreamEvent.StreamActivated.class);
    assertThatThrownBy(() -> new EventNames(one, one)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () ->
                new EventNames(
                    Map.of(
                        "stream.activated/1", StreamEvent.StreamActivated.class,
                        "stream.activated/2", StreamEvent.StreamActivated.class),
                    Map.of()))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void the_call_that_led_to_an_event_is_stored_with_it(Event<?> event) {
    Optional<EventMetadata> metadata =
        Optional.of(
            new EventMetadata(
                "DisableKey", "arn:aws:iam::000000000000:user/eve", Optional.of("6f1e")));
    EventEnvelope<?> read =
        EventCodec.read(EventCodec.name(event), EventCodec.encode(event, metadata));
    assertThat(read.event()).isEqualTo(event);
    assertThat(read.metadata()).isEqualTo(metadata);
    assertThat(EventCodec.read(EventCodec.name(event), EventCodec.encode(event)).metadata())
        .isEmpty();
    assertThat(EventCodec.json(event, metadata))
        .endsWith(
            "\"metadata\":{\"operation\":\"DisableKey\","
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
