package io.hydrant.core.kms;

import static io.hydrant.core.kms.KeyHistory.ARN;
import static io.hydrant.core.kms.KeyHistory.OWNER;
import static io.hydrant.core.kms.KeyHistory.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.Reply;
import org.junit.jupiter.api.Test;

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
  void an_arn_of_another_region_names_nothing() {
    String elsewhere = ARN.toString().replace("us-east-1", "eu-west-1");
    assertThat(message(KeyReference.parse(OWNER, elsewhere)))
        .isEqualTo("Key '" + elsewhere + "' does not exist");
  }
}
