package io.hydrant.core.kms;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.policy.IdentityAccess;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The AWS managed key of S3 as its account, its users and other accounts see it. */
class ManagedKeyTest {
  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
  private static final String ACCOUNT = "000000000000";
  private static final KeyArn ARN = new KeyArn("us-east-1", ACCOUNT, "k");
  private static final Caller ROOT = Caller.root(ACCOUNT, "us-east-1");
  private static final Caller USER =
      new Caller(ACCOUNT, "us-east-1", "arn:aws:iam::000000000000:user/alice", Optional.empty());
  private static final Key KEY = created();

  private static Key created() {
    CreateKey create =
        new CreateKey(
            ROOT,
            ARN,
            ManagedKey.s3(ACCOUNT, "us-east-1"),
            KeyManager.AWS,
            Bytes.ofUtf8("material"));
    Key key = new Key.Absent();
    for (KeyEvent event :
        create.decide(key, KeyCallContext.of(List.of(IdentityAccess.EVERYTHING)), NOW).events()) {
      key = event.evolve(key);
    }
    return key;
  }

  private static Caller through(Caller caller, String service) {
    return caller.calledVia(service, Optional.empty());
  }

  private static boolean mayUse(Caller caller) {
    return may(new GenerateDataKey(caller, ARN, DataKeyRequest.aes256(Map.of())))
        && may(new Decrypt(caller, ARN, 1, Map.of(), Encrypt.SYMMETRIC_DEFAULT, false));
  }

  private static boolean may(KeyCommand<?> command) {
    return command
        .decide(KEY, KeyCallContext.of(List.of(IdentityAccess.EVERYTHING)), NOW)
        .reply()
        .fold(output -> true, refusal -> false);
  }

  @Test
  void every_principal_of_the_account_uses_it_through_s3_of_its_region() {
    assertThat(mayUse(through(ROOT, "s3.us-east-1.amazonaws.com"))).isTrue();
    assertThat(mayUse(through(USER, "s3.us-east-1.amazonaws.com"))).isTrue();
    assertThat(mayUse(through(USER, "s3.eu-west-1.amazonaws.com"))).isFalse();
  }

  @Test
  void another_way_or_another_account_does_not_lead_to_it() {
    assertThat(mayUse(ROOT)).isFalse();
    assertThat(mayUse(through(ROOT, "firehose.us-east-1.amazonaws.com"))).isFalse();
    Caller other = Caller.root("111122223333", "us-east-1");
    assertThat(mayUse(through(other, "s3.us-east-1.amazonaws.com"))).isFalse();
  }

  @Test
  void the_account_looks_at_it_and_cannot_change_it() {
    assertThat(may(new DescribeKey(ROOT, ARN))).isTrue();
    assertThat(may(new DisableKey(ROOT, ARN))).isFalse();
    assertThat(may(new DisableKey(through(ROOT, "s3.us-east-1.amazonaws.com"), ARN))).isFalse();
  }
}
