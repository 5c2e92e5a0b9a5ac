package io.hydrant.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.destination.Destination;
import io.hydrant.core.destination.DestinationType;
import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Encrypted;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.stream.StreamEvent;
import java.io.InputStream;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The form of encrypted secrets in the journal, and what a client sends that looks like it. */
class StoredSecretTest {
  private static final Instant AT = Instant.parse("2026-11-23T12:00:00.123456789Z");
  private static final String NAME = "stream.destination-updated/1";
  private static final Bytes BYTES = Bytes.wrap(new byte[] {0, 1, 2, 3});

  private static StreamEvent updated(Structure configuration) {
    return new StreamEvent.DestinationUpdated(
        AT, new Destination(DestinationType.HTTP_ENDPOINT, configuration));
  }

  private static Structure one(String name, Document value) {
    return Structure.empty().with(name, value);
  }

  private static StreamEvent readBack(StreamEvent event) {
    return (StreamEvent) EventCodec.decode(NAME, EventCodec.encode(event));
  }

  private static StreamEvent stored(String configuration) {
    String text =
        "{\"at\":\""
            + AT
            + "\",\"destination\":{\"type\":\"HTTP_ENDPOINT\",\"configuration\":"
            + configuration
            + "}}";
    return (StreamEvent) EventCodec.decode(NAME, text.getBytes(UTF_8));
  }

  @Test
  void the_bytes_of_an_event_with_a_secret_stay_as_they_are() throws Exception {
    Structure endpoint =
        one("Url", new Text("https://example.com")).with("AccessKey", new Encrypted(BYTES));
    StreamEvent event =
        updated(
            one("EndpointConfiguration", endpoint)
                .with(
                    "Map",
                    one("$encrypted", new Text("AAECAw==")).with("$encrypted2", new Text("x")))
                .with("Twice", one("$$encrypted", new Text("y"))));
    try (InputStream golden =
        getClass().getResourceAsStream("/golden/stream.destination-updated-1-with-secret.json")) {
      byte[] expected = golden.readAllBytes();
      assertThat(new String(EventCodec.encode(event), UTF_8))
          .isEqualTo(new String(expected, UTF_8));
      assertThat(EventCodec.decode(NAME, expected)).isEqualTo(event);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"$encrypted", "$$encrypted", "$$$encrypted", "encrypted", "$sealed"})
  void a_member_of_a_client_is_never_read_as_a_secret(String member) {
    StreamEvent event = updated(one("Map", one(member, new Text("AAECAw=="))));
    assertThat(readBack(event)).isEqualTo(event);
  }

  @Test
  void an_event_without_the_secret_is_read_as_before() {
    assertThat(stored("{\"EndpointConfiguration\":{\"Url\":\"https://example.com\"}}"))
        .isEqualTo(
            updated(one("EndpointConfiguration", one("Url", new Text("https://example.com")))));
  }

  @Test
  void a_structure_of_an_earlier_journal_that_is_no_encrypted_value_is_still_read() {
    assertThat(stored("{\"Map\":{\"$encrypted\":\"not base64!\"}}"))
        .isEqualTo(updated(one("Map", one("$encrypted", new Text("not base64!")))));
    assertThat(stored("{\"Map\":{\"$encrypted\":\"AAECAw==\",\"b\":\"c\"}}"))
        .isEqualTo(
            updated(one("Map", one("$encrypted", new Text("AAECAw==")).with("b", new Text("c")))));
  }

  @Test
  void a_secret_that_was_redacted_is_read_as_an_empty_one() {
    assertThat(stored("{\"Password\":{\"$encrypted\":\"\"}}"))
        .isEqualTo(updated(one("Password", new Encrypted(Bytes.EMPTY))));
  }
}
