package io.hydrant.core.destination;

import static io.hydrant.core.destination.DestinationType.EXTENDED_S3;
import static io.hydrant.core.destination.DestinationType.REDSHIFT;
import static io.hydrant.core.destination.DestinationType.SPLUNK;
import static io.hydrant.core.destination.Documents.members;
import static io.hydrant.core.destination.Documents.output;
import static io.hydrant.core.destination.Kinds.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Bytes;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialRulesTest {
  private static final Structure ON =
      members("Enabled", true, "SecretARN", Kinds.SECRET, "RoleARN", Kinds.ROLE);
  private static final String SECRET = "SecretsManagerConfiguration";

  @ParameterizedTest
  @CsvSource({
    "REDSHIFT, Password, Redshift Database Password is required for Redshift Destination",
    "SPLUNK, HECToken, HECToken must be provided.",
    "SNOWFLAKE, User, User must be provided.",
    "SNOWFLAKE, PrivateKey, PrivateKey must be provided."
  })
  void credentials_are_in_the_configuration_or_in_secrets_manager(
      DestinationType type, String member, String words) {
    assertThat(created(with(type))).isEmpty();
    assertThat(created(with(type, member, null))).isEqualTo(words);
    assertThat(created(with(type, member, null, SECRET, members("Enabled", false))))
        .isEqualTo(words);
    assertThat(created(with(type, member, null, SECRET, ON))).isEmpty();
    assertThat(created(with(type, SECRET, ON))).as("both").isEmpty();
  }

  @Property
  void an_update_of_another_member_does_not_ask_for_the_credentials_again(
      @ForAll DestinationType type) {
    Destination stored = stored(with(type));
    assertThat(updated(stored, type, members("RoleARN", Kinds.ROLE))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "REDSHIFT, Password, Redshift Database Password is required for Redshift Destination",
    "SNOWFLAKE, PrivateKey, PrivateKey must be provided."
  })
  void what_leaves_secrets_manager_brings_its_credentials(
      DestinationType type, String member, String words) {
    Destination stored = stored(with(type, member, null, SECRET, ON));
    Structure off = members(SECRET, members("Enabled", false));
    assertThat(updated(stored, type, off)).isEqualTo(words);
    Structure brought = members(SECRET, members("Enabled", false), member, "new");
    assertThat(updated(stored, type, brought)).isEmpty();
    assertThat(updated(stored, type, members("RoleARN", Kinds.ROLE))).isEmpty();
  }

  @Test
  void a_secret_that_was_stored_beside_secrets_manager_counts_without_it() {
    Destination stored = stored(with(REDSHIFT, "Password", null, SECRET, ON));
    Destination withPassword =
        new Destination(
            REDSHIFT, stored.configuration().with("Password", new Document.Encrypted(Bytes.EMPTY)));
    Structure off = members(SECRET, members("Enabled", false));
    assertThat(updated(withPassword, REDSHIFT, off)).isEmpty();
    assertThat(updated(stored, REDSHIFT, off)).isNotEmpty();
  }

  @Test
  void a_token_that_is_stored_still_counts_without_secrets_manager() {
    Destination stored = stored(with(SPLUNK, SECRET, ON));
    assertThat(updated(stored, SPLUNK, members(SECRET, members("Enabled", false)))).isEmpty();
  }

  @Test
  void a_change_of_type_brings_all_credentials() {
    Structure redshift = Kinds.configuration(REDSHIFT).without("Password");
    Structure update = redshift.without("S3Configuration").with("S3Update", Documents.s3());
    assertThat(updated(stored(with(EXTENDED_S3)), REDSHIFT, update))
        .isEqualTo("Redshift Database Password is required for Redshift Destination");
    assertThat(
            updated(
                stored(with(EXTENDED_S3)),
                REDSHIFT,
                update.with("Password", new Document.Text("p"))))
        .isEmpty();
  }

  private static String created(Destination given) {
    return CredentialRules.atCreation(
            given.type(), members(given.type().configurationMember(), given.configuration()))
        .map(ServiceError::message)
        .orElse("");
  }

  private static Destination stored(Destination given) {
    return new Destination(given.type(), Secrets.removedFrom(given.configuration()));
  }

  private static String updated(Destination stored, DestinationType type, Structure update) {
    Structure updates = members(type.updateMember(), update);
    Destination merged = output(DestinationUpdates.merge(stored, updates));
    return CredentialRules.atUpdate(stored, merged, updates).map(ServiceError::message).orElse("");
  }
}
