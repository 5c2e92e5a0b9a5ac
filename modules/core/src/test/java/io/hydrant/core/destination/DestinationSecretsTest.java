package io.hydrant.core.destination;

import static io.hydrant.core.destination.DestinationType.EXTENDED_S3;
import static io.hydrant.core.destination.DestinationType.HTTP_ENDPOINT;
import static io.hydrant.core.destination.DestinationType.REDSHIFT;
import static io.hydrant.core.destination.DestinationType.SNOWFLAKE;
import static io.hydrant.core.destination.Documents.members;
import static io.hydrant.core.destination.Documents.output;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Encrypted;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import io.hydrant.core.id.Bytes;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DestinationSecretsTest {
  private static final String SECRET = "plaintext-of-a-secret";

  /** A stand-in for encryption that shows what it was called with. */
  private static Structure encrypted(Structure members) {
    return DestinationSecrets.encrypt(
        members, (place, secret) -> Bytes.ofUtf8(place + "=" + secret.length()));
  }

  @ParameterizedTest
  @CsvSource({
    "REDSHIFT, Password",
    "HTTP_ENDPOINT, EndpointConfiguration.AccessKey",
    "SNOWFLAKE, PrivateKey",
    "SNOWFLAKE, KeyPassphrase"
  })
  void a_secret_is_stored_encrypted_for_its_place_and_not_described(
      DestinationType type, String path) {
    Destination created = created(type, withSecret(type, path));
    assertThat(DestinationSecrets.stored(created, path))
        .contains(Bytes.ofUtf8(type + "." + path + "=" + SECRET.length()));
    assertThat(DestinationSecrets.paths(type)).contains(path);
    assertThat(created.toString()).doesNotContain(SECRET);
    Structure described = DestinationDescriptions.describe(created);
    assertThat(described.toString())
        .doesNotContain("Encrypted[")
        .doesNotContain(path.substring(path.indexOf('.') + 1) + "=");
  }

  @ParameterizedTest
  @CsvSource({"REDSHIFT, Password", "HTTP_ENDPOINT, EndpointConfiguration.AccessKey"})
  void plaintext_is_never_stored(DestinationType type, String path) {
    Structure given = members(type.configurationMember(), withSecret(type, path));
    Destination created = output(Destinations.choose(given));
    assertThat(created.toString()).doesNotContain(SECRET);
    assertThat(DestinationSecrets.stored(created, path)).isEmpty();
    Structure update = members(type.updateMember(), withSecret(type, path));
    assertThat(output(DestinationUpdates.merge(created, update)).toString()).doesNotContain(SECRET);
  }

  @Property
  void a_secret_of_another_kind_and_an_encrypted_value_elsewhere_are_not_stored(
      @ForAll DestinationType type) {
    Structure given =
        Kinds.configuration(type)
            .with("AccessKey", new Text(SECRET))
            .with("Name", new Encrypted(Bytes.ofUtf8(SECRET)))
            .with("S3BackupConfiguration", members("Password", SECRET));
    assertThat(created(type, given).configuration().toString())
        .doesNotContain(SECRET)
        .doesNotContain("Name=Encrypted");
  }

  @Test
  void an_update_keeps_the_secrets_that_it_does_not_give() {
    Destination snowflake =
        created(
            SNOWFLAKE,
            withSecret(SNOWFLAKE, "PrivateKey").with("KeyPassphrase", new Text("phrase")));
    Destination updated = updated(snowflake, members("PrivateKey", "other"));
    assertThat(DestinationSecrets.stored(updated, "PrivateKey"))
        .contains(Bytes.ofUtf8("SNOWFLAKE.PrivateKey=5"));
    assertThat(DestinationSecrets.stored(updated, "KeyPassphrase"))
        .contains(Bytes.ofUtf8("SNOWFLAKE.KeyPassphrase=6"));
  }

  @Test
  void an_endpoint_that_changes_keeps_its_access_key() {
    String path = "EndpointConfiguration.AccessKey";
    Destination endpoint = created(HTTP_ENDPOINT, withSecret(HTTP_ENDPOINT, path));
    Structure url = members("EndpointConfiguration", members("Url", "https://other"));
    Destination updated = updated(endpoint, url);
    assertThat(updated.configuration().structure("EndpointConfiguration").orElseThrow().text("Url"))
        .contains("https://other");
    assertThat(DestinationSecrets.stored(updated, path))
        .isEqualTo(DestinationSecrets.stored(endpoint, path))
        .isPresent();
  }

  @Test
  void a_change_of_type_takes_no_secret_along() {
    Destination redshift = created(REDSHIFT, withSecret(REDSHIFT, "Password"));
    Structure s3 = members("RoleARN", Kinds.ROLE, "BucketARN", "arn:aws:s3:::b");
    Destination s3Stream =
        output(DestinationUpdates.merge(redshift, members(EXTENDED_S3.updateMember(), s3)));
    assertThat(s3Stream.configuration()).isEqualTo(s3);
  }

  @Test
  void what_is_no_text_is_not_encrypted() {
    Structure given = members("RedshiftDestinationConfiguration", members("Password", members()));
    assertThat(encrypted(given)).isEqualTo(given);
  }

  private static Destination created(DestinationType type, Structure configuration) {
    return output(
        Destinations.choose(encrypted(members(type.configurationMember(), configuration))));
  }

  private static Destination updated(Destination before, Structure update) {
    return output(
        DestinationUpdates.merge(before, encrypted(members(before.type().updateMember(), update))));
  }

  private static Structure withSecret(DestinationType type, String path) {
    Structure configuration = Kinds.configuration(type);
    int dot = path.indexOf('.');
    Document secret = new Text(SECRET);
    return dot < 0
        ? configuration.with(path, secret)
        : configuration.with(
            path.substring(0, dot),
            configuration
                .structure(path.substring(0, dot))
                .orElseThrow()
                .with(path.substring(dot + 1), secret));
  }
}
