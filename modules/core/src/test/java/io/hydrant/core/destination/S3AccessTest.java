package io.hydrant.core.destination;

import static io.hydrant.core.destination.Documents.members;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class S3AccessTest {
  private static final StreamArn STREAM =
      new StreamArn("eu-west-1", "123456789012", new StreamName("orders"));
  private static final String KEY = "arn:aws:kms:eu-west-1:123456789012:key/k";

  private static S3Access of(DestinationType type, Structure configuration) {
    return S3Access.of(new Destination(type, configuration), STREAM);
  }

  private static Structure withKey() {
    return members(
        "EncryptionConfiguration", members("KMSEncryptionConfig", members("AWSKMSKeyARN", KEY)));
  }

  @ParameterizedTest
  @EnumSource(names = {"S3", "EXTENDED_S3"})
  void objects_are_encrypted_under_the_destinations_key(DestinationType type) {
    assertThat(of(type, withKey()).kmsKey()).contains(KEY);
  }

  @Test
  void the_bucket_of_another_destination_has_its_own_key_and_role() {
    Structure bucket = withKey().with("RoleARN", new Text("arn:aws:iam::123456789012:role/inner"));
    S3Access access =
        of(
            DestinationType.REDSHIFT,
            members("RoleARN", "arn:aws:iam::123456789012:role/outer", "S3Configuration", bucket));
    assertThat(access.kmsKey()).contains(KEY);
    assertThat(access.caller().principalArn()).contains("/inner/");
  }

  @Test
  void with_no_encryption_or_none_given_the_bucket_decides() {
    Structure no = members("NoEncryptionConfig", "NoEncryption");
    assertThat(of(DestinationType.S3, members("EncryptionConfiguration", no)).kmsKey()).isEmpty();
    assertThat(of(DestinationType.S3, Structure.empty()).kmsKey()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:iam::123456789012:role/r, arn:aws:sts::123456789012:assumed-role/r/AWSFirehoseToS3",
    "arn:aws:iam::123456789012:role/service-role/r, arn:aws:iam::123456789012:role/service-role/r",
    "arn:aws:iam::210987654321:role/r, arn:aws:sts::210987654321:assumed-role/r/AWSFirehoseToS3",
    "arn:aws:iam::123456789012:user/u, arn:aws:iam::123456789012:user/u",
    "arn:of:something:else, arn:aws:iam::123456789012:root"
  })
  void the_destinations_role_writes(String role, String principal) {
    Caller caller = of(DestinationType.S3, members("RoleARN", role)).caller();
    assertThat(caller.principalArn()).isEqualTo(principal);
    assertThat(caller.account()).isEqualTo(principal.split(":", -1)[4]);
    assertThat(caller.region()).isEqualTo("eu-west-1");
  }

  @Test
  void without_a_role_the_root_of_the_streams_account_writes() {
    assertThat(of(DestinationType.S3, Structure.empty()).caller())
        .isEqualTo(Caller.root("123456789012", "eu-west-1"));
  }
}
