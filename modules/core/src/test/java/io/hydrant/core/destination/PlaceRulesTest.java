package io.hydrant.core.destination;

import static io.hydrant.core.destination.Documents.members;
import static io.hydrant.core.destination.Documents.s3;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceRulesTest {
  private static final Caller CALLER = Caller.root("000000000000", "us-east-1");
  private static final String FOREIGN = "arn:aws:iam::111122223333:role/r";
  private static final ServiceError DENIED =
      new ServiceError(
          "AccessDeniedException",
          "User: arn:aws:iam::000000000000:root is not authorized to access this resource");
  private static final ServiceError REGION =
      new ServiceError(
          "InvalidArgumentException",
          "Cross-region secrets are not allowed. Please provide a secret in the same region as"
              + " firehose");

  @ParameterizedTest
  @ValueSource(
      strings = {"S3Configuration", "S3BackupConfiguration", "VpcConfiguration", "S3Update"})
  void a_role_of_another_account_is_found_wherever_it_stands(String member) {
    Structure inner = members(member, members("RoleARN", FOREIGN));
    assertThat(check(inner)).isEqualTo(DENIED);
    assertThat(PlaceRules.check(CALLER, members("MSKSourceConfiguration", inner))).contains(DENIED);
    assertThat(PlaceRules.check(CALLER, members("X", members("L", Kinds.list(inner)))))
        .contains(DENIED);
  }

  @Test
  void a_role_of_the_callers_account_is_taken_in_any_partition() {
    assertThat(PlaceRules.check(CALLER, members("ExtendedS3DestinationConfiguration", s3())))
        .isEmpty();
    Structure china = s3("RoleARN", "arn:aws-cn:iam::000000000000:role/r");
    assertThat(PlaceRules.check(CALLER, members("ExtendedS3DestinationConfiguration", china)))
        .isEmpty();
  }

  @Test
  void the_role_of_a_schema_is_judged_by_its_own_rule() {
    Structure conversion = members("SchemaConfiguration", members("RoleARN", FOREIGN));
    assertThat(PlaceRules.check(CALLER, members("DataFormatConversionConfiguration", conversion)))
        .isEmpty();
  }

  @Test
  void a_secret_is_in_the_region_of_the_stream_in_any_account() {
    assertThat(check(secret(true, "arn:aws:secretsmanager:eu-west-1:000000000000:secret:s")))
        .isEqualTo(REGION);
    assertThat(
            PlaceRules.check(
                CALLER, secret(false, "arn:aws:secretsmanager:eu-west-1:000000000000:secret:s")))
        .isEmpty();
    assertThat(
            PlaceRules.check(
                CALLER, secret(true, "arn:aws:secretsmanager:us-east-1:111122223333:secret:s")))
        .isEmpty();
  }

  @Test
  void the_role_is_looked_at_before_the_secret() {
    Structure both =
        secret(true, "arn:aws:secretsmanager:eu-west-1:000000000000:secret:s")
            .with("S3Configuration", members("RoleARN", FOREIGN));
    assertThat(check(both)).isEqualTo(DENIED);
  }

  private static Structure secret(boolean enabled, String arn) {
    return members("SecretsManagerConfiguration", members("Enabled", enabled, "SecretARN", arn));
  }

  private static ServiceError check(Structure configuration) {
    return PlaceRules.check(CALLER, members("HttpEndpointDestinationConfiguration", configuration))
        .orElseThrow();
  }
}
