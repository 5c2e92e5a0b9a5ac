package io.hydrant.core.stream;

import static io.hydrant.core.stream.StreamHistory.target;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A history shows each key that the stream was ever to be encrypted with. */
class KeyRequestTest {
  private static Stream<Class<?>> records(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(KeyRequestTest::records)
        : Stream.of(type);
  }

  private static boolean holdsTarget(RecordComponent component) {
    return component.getGenericType().getTypeName().contains(ResolvedKey.class.getName());
  }

  @Test
  void an_event_that_holds_a_callers_key_says_so() {
    List<String> holding =
        records(StreamEvent.class)
            .filter(
                event ->
                    Arrays.stream(event.getRecordComponents())
                        .anyMatch(KeyRequestTest::holdsTarget))
            .map(Class::getSimpleName)
            .toList();
    List<String> saying =
        records(StreamEvent.class)
            .filter(
                event ->
                    Arrays.stream(event.getDeclaredMethods())
                        .anyMatch(method -> method.getName().equals("keyRequest")))
            .map(Class::getSimpleName)
            .toList();
    assertThat(holding).isNotEmpty();
    assertThat(saying).containsExactlyElementsOf(holding);
  }

  @Test
  void the_first_key_opens_epoch_1_and_a_later_one_the_epoch_of_its_event() {
    assertThat(
            new EncryptionEvent.EncryptionRequested(Instant.EPOCH, 7, target("b"), Instant.EPOCH)
                .keyRequest())
        .contains(new KeyRequest(7, target("b")));
    assertThat(new StreamEvent.StreamActivated(Instant.EPOCH).keyRequest()).isEmpty();
  }
}
