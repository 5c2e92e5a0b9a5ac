package io.hydrant.runtime.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.destination.Destination;
import io.hydrant.core.destination.DestinationType;
import io.hydrant.core.destination.Destinations;
import io.hydrant.core.document.Document.Encrypted;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamName;
import io.hydrant.core.stream.CreateDeliveryStream;
import io.hydrant.core.stream.UpdateDestination;
import io.hydrant.runtime.kms.RootKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretCipherTest {
  private static final StreamArn ARN = arn("orders");
  private static final String PASSWORD = "Password";
  private static final Bytes PLAINTEXT = Bytes.ofUtf8("correct horse é");

  private final SecretCipher cipher = new SecretCipher(RootKey.ephemeral());

  private static StreamArn arn(String name) {
    return new StreamArn("us-east-1", "000000000000", new StreamName(name));
  }

  private static Structure redshift(String suffix) {
    return Structure.empty()
        .with(
            "RedshiftDestination" + suffix,
            Structure.empty().with(PASSWORD, new Text("correct horse é")));
  }

  private static Destination created(SecretCipher cipher, StreamArn arn) {
    CreateDeliveryStream.Input input =
        new CreateDeliveryStream.Input(
            DeliveryStreamType.DIRECT_PUT, Optional.empty(), redshift("Configuration"), List.of());
    return Destinations.choose(cipher.encrypt(arn, input).configurations())
        .fold(
            destination -> destination,
            refused -> {
              throw new AssertionError(refused);
            });
  }

  @Test
  void a_secret_comes_back_for_its_stream() {
    Destination destination = created(cipher, ARN);
    assertThat(cipher.secret(ARN, destination, PASSWORD)).contains(PLAINTEXT);
    assertThat(cipher.required(ARN, destination, PASSWORD)).isEqualTo(PLAINTEXT);
    assertThat(destination.toString()).doesNotContain("correct");
  }

  @Test
  void a_secret_of_an_update_is_encrypted_too() {
    UpdateDestination update =
        cipher.encrypt(ARN, new UpdateDestination("1", "id", redshift("Update")));
    assertThat(update.updates().toString()).doesNotContain("correct");
    Structure configuration = update.updates().structure("RedshiftDestinationUpdate").orElseThrow();
    Destination updated = new Destination(DestinationType.REDSHIFT, configuration);
    assertThat(cipher.secret(ARN, updated, PASSWORD)).contains(PLAINTEXT);
    assertThat(update.currentDeliveryStreamVersionId()).isEqualTo("1");
    assertThat(update.destinationId()).isEqualTo("id");
  }

  @Test
  void a_secret_is_of_no_use_elsewhere() {
    Destination destination = created(cipher, ARN);
    assertThatThrownBy(() -> cipher.secret(arn("other"), destination, PASSWORD))
        .isInstanceOf(SecretUnavailableException.class);
    Structure moved =
        Structure.empty()
            .with("KeyPassphrase", destination.configuration().get(PASSWORD).orElseThrow());
    Destination snowflake = new Destination(DestinationType.SNOWFLAKE, moved);
    assertThatThrownBy(() -> cipher.secret(ARN, snowflake, "KeyPassphrase"))
        .isInstanceOf(SecretUnavailableException.class);
  }

  @Test
  void a_journal_under_another_root_key_says_what_to_do() {
    Destination destination = created(new SecretCipher(RootKey.ephemeral()), ARN);
    assertThatThrownBy(() -> cipher.secret(ARN, destination, PASSWORD))
        .isInstanceOf(SecretUnavailableException.class)
        .hasMessage(
            "The secret Password of "
                + ARN
                + " was encrypted under another root key and cannot be decrypted: start the node"
                + " with that root key, or call UpdateDestination with the secret.");
  }

  @Test
  void a_redacted_secret_is_an_unreadable_one() {
    Destination redacted =
        new Destination(
            DestinationType.REDSHIFT, Structure.empty().with(PASSWORD, new Encrypted(Bytes.EMPTY)));
    assertThatThrownBy(() -> cipher.required(ARN, redacted, PASSWORD))
        .hasMessageContaining("cannot be decrypted");
  }

  @Test
  void a_stream_of_an_earlier_build_has_no_secret() {
    Destination earlier = new Destination(DestinationType.REDSHIFT, Structure.empty());
    assertThat(cipher.secret(ARN, earlier, PASSWORD)).isEmpty();
    assertThatThrownBy(() -> cipher.required(ARN, earlier, PASSWORD))
        .isInstanceOf(SecretUnavailableException.class)
        .hasMessage(
            "No secret is stored for Password of " + ARN + ": call UpdateDestination with it.");
  }

  @Test
  void another_process_with_the_same_root_key_reads_the_secret(@TempDir Path folder)
      throws Exception {
    Files.createDirectories(folder);
    Destination destination =
        created(new SecretCipher(RootKey.load(Optional.empty(), folder)), ARN);
    SecretCipher restarted = new SecretCipher(RootKey.load(Optional.empty(), folder));
    assertThat(restarted.secret(ARN, destination, PASSWORD)).contains(PLAINTEXT);
  }

  @Test
  void equal_secrets_do_not_look_equal() {
    assertThat(created(cipher, ARN)).isNotEqualTo(created(cipher, ARN));
  }
}
