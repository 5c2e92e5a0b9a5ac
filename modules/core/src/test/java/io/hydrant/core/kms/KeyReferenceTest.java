package io.hydrant.core.kms;

import static io.hydrant.core.kms.KeyHistory.ARN;
import static io.hydrant.core.kms.KeyHistory.OWNER;
import static io.hydrant.core.kms.KeyHistory.code;
import static io.hydrant.core.kms.KeyHistory.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyReferenceTest {
  @Test
  void a_key_is_named_by_id_arn_or_alias() {
    assertThat(KeyReference.parse(OWNER, ARN.keyId()))
        .isEqualTo(Reply.success(new KeyReference.ByKey(ARN)));
    assertThat(KeyReference.parse(OWNER, ARN.toString()))
        .isEqualTo(Reply.success(new KeyReference.ByKey(ARN)));
    var alias = new KeyReference.ByAlias(new AliasArn("us-east-1", "000000000000", "alias/a"));
    assertThat(KeyReference.parse(OWNER, "alias/a")).isEqualTo(Reply.success(alias));
    assertThat(KeyReference.parse(OWNER, alias.arn().toString())).isEqualTo(Reply.success(alias));
  }

  @Test
  void anything_else_names_nothing() {
    assertThat(message(KeyReference.parse(OWNER, "key one"))).isEqualTo("Invalid keyId 'key one'");
    assertThat(message(KeyReference.parse(OWNER, "arn:aws:kms:us-east-1:0:key/../x")))
        .startsWith("Invalid keyId");
    assertThat(message(KeyReference.parseKey(OWNER, "alias/a")))
        .isEqualTo("Invalid keyId 'alias/a'");
  }

  @Test
  void an_arn_of_another_region_is_refused_by_its_region() {
    String key = ARN.toString().replace("us-east-1", "eu-west-1");
    String alias = "arn:aws:kms:ap-south-1:000000000000:alias/a";
    assertThat(KeyReference.parse(OWNER, key)).isEqualTo(notFound("Invalid arn eu-west-1"));
    assertThat(KeyReference.parse(OWNER, alias)).isEqualTo(notFound("Invalid arn ap-south-1"));
    assertThat(KeyReference.parseKey(OWNER, key)).isEqualTo(notFound("Invalid arn eu-west-1"));
    assertThat(KeyReference.parseKey(OWNER, alias)).isEqualTo(notFound("Invalid arn ap-south-1"));
  }

  @Test
  void the_region_counts_before_the_account_and_the_account_is_left_to_the_key() {
    String key = "arn:aws:kms:%s:111111111111:key/" + ARN.keyId();
    assertThat(KeyReference.parse(OWNER, key.formatted("eu-west-1")))
        .isEqualTo(notFound("Invalid arn eu-west-1"));
    assertThat(KeyReference.parse(OWNER, key.formatted("us-east-1")))
        .isEqualTo(
            Reply.success(
                new KeyReference.ByKey(new KeyArn("us-east-1", "111111111111", ARN.keyId()))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:kms:us-east-1:000000000000",
        "arn:aws:kms:us-east-1:000000000000:key",
        "arn:aws:s3:us-east-1:000000000000:key/11111111-2222-3333-4444-555555555555",
        "arn:aws-cn:kms:us-east-1:000000000000:key/11111111-2222-3333-4444-555555555555",
        "arn:aws:kms:us-east-1:000000000000:alias/",
        "arn:"
      })
  void a_malformed_arn_is_no_key_id(String text) {
    assertThat(KeyReference.parse(OWNER, text)).isEqualTo(notFound("Invalid keyId '" + text + "'"));
  }

  @Test
  void a_grant_is_retired_in_the_region_of_its_key() {
    String elsewhere = ARN.toString().replace("us-east-1", "eu-west-1");
    String token = new GrantToken(KeyArn.parse(elsewhere).orElseThrow(), "g").encode();
    assertThat(
            new RetireGrant.Input(Optional.empty(), Optional.of(elsewhere), Optional.of("g"), false)
                .grant(OWNER))
        .isEqualTo(notFound("Invalid arn eu-west-1"));
    assertThat(
            code(
                new RetireGrant.Input(Optional.of(token), Optional.empty(), Optional.empty(), false)
                    .grant(OWNER)))
        .isEqualTo("InvalidGrantTokenException");
  }

  private static Reply<?> notFound(String message) {
    return Reply.failure(new ServiceError("NotFoundException", message));
  }
}
