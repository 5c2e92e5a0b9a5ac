package io.hydrant.core.kms;

import static io.hydrant.core.kms.KeyHistory.ARN;
import static io.hydrant.core.kms.KeyHistory.OWNER;
import static io.hydrant.core.kms.KeyHistory.code;
import static io.hydrant.core.kms.KeyHistory.message;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyStatesTest {
  @Test
  void a_key_never_created_does_not_exist() {
    assertThat(message(new KeyHistory().ask(new DescribeKey(OWNER, ARN))))
        .isEqualTo("Key '" + ARN + "' does not exist");
  }

  @Test
  void a_new_key_is_enabled_with_the_default_policy() {
    KeyHistory key = KeyHistory.created();
    assertThat(key.state.present().metadata().state()).isEqualTo(KeyState.ENABLED);
    assertThat(key.state.present().policy().text())
        .contains("arn:aws:iam::000000000000:root", "kms:*");
    assertThat(message(key.ask(new GetKeyPolicy(OWNER, ARN, "other"))))
        .isEqualTo("No such policy exists");
    assertThat(code(key.ask(new GetKeyPolicy(OWNER, ARN, "default")))).isEqualTo("success");
  }

  @Test
  void a_disabled_key_refuses_cryptography_until_it_is_enabled() {
    KeyHistory key = KeyHistory.created();
    key.ask(new DisableKey(OWNER, ARN));
    assertThat(code(key.encrypt(OWNER, Map.of()))).isEqualTo("DisabledException");
    assertThat(message(key.generate(OWNER, Map.of()))).isEqualTo(ARN + " is disabled.");
    assertThat(code(key.ask(decrypt(1)))).isEqualTo("DisabledException");
    key.ask(new EnableKey(OWNER, ARN));
    assertThat(code(key.encrypt(OWNER, Map.of()))).isEqualTo("success");
  }

  @Test
  void enabling_an_enabled_key_stores_nothing() {
    KeyHistory key = KeyHistory.created();
    key.ask(new EnableKey(OWNER, ARN));
    assertThat(key.events).hasSize(1);
  }

  @Test
  void deletion_waits_thirty_days_by_default() {
    KeyHistory key = KeyHistory.created();
    var reply = key.ask(new ScheduleKeyDeletion(OWNER, ARN, Optional.empty()));
    assertThat(reply.<Object>fold(o -> o.deletionDate(), r -> r))
        .isEqualTo(KeyHistory.START.plus(Duration.ofDays(30)));
    assertThat(message(key.encrypt(OWNER, Map.of()))).isEqualTo(ARN + " is pending deletion.");
    assertThat(code(key.ask(new EnableKey(OWNER, ARN)))).isEqualTo("KMSInvalidStateException");
    assertThat(code(key.ask(new DisableKey(OWNER, ARN)))).isEqualTo("KMSInvalidStateException");
    assertThat(code(key.ask(new ScheduleKeyDeletion(OWNER, ARN, Optional.empty()))))
        .isEqualTo("KMSInvalidStateException");
  }

  @Test
  void a_key_does_not_exist_once_its_deletion_date_has_come() {
    KeyHistory key = KeyHistory.created();
    key.ask(new ScheduleKeyDeletion(OWNER, ARN, Optional.of(7)));
    key.now = key.now.plus(Duration.ofDays(7)).minusMillis(1);
    assertThat(code(key.ask(new DescribeKey(OWNER, ARN)))).isEqualTo("success");
    key.now = key.now.plusMillis(1);
    assertThat(code(key.ask(new DescribeKey(OWNER, ARN)))).isEqualTo("NotFoundException");
    assertThat(code(key.ask(new CancelKeyDeletion(OWNER, ARN)))).isEqualTo("NotFoundException");
  }

  @Test
  void a_deletion_window_is_seven_to_thirty_days() {
    KeyHistory key = KeyHistory.created();
    assertThat(message(key.ask(new ScheduleKeyDeletion(OWNER, ARN, Optional.of(6)))))
        .endsWith("Member must have value greater than or equal to 7");
    assertThat(message(key.ask(new ScheduleKeyDeletion(OWNER, ARN, Optional.of(31)))))
        .endsWith("Member must have value less than or equal to 30");
  }

  @Test
  void a_cancelled_deletion_leaves_the_key_disabled() {
    KeyHistory key = KeyHistory.created();
    assertThat(code(key.ask(new CancelKeyDeletion(OWNER, ARN))))
        .isEqualTo("KMSInvalidStateException");
    key.ask(new ScheduleKeyDeletion(OWNER, ARN, Optional.empty()));
    key.ask(new CancelKeyDeletion(OWNER, ARN));
    assertThat(key.state.present().metadata().state()).isEqualTo(KeyState.DISABLED);
    assertThat(key.state.present().metadata().deletionDate()).isEmpty();
  }

  @Test
  void decrypt_refuses_a_version_of_the_material_that_never_was() {
    KeyHistory key = KeyHistory.created();
    assertThat(code(key.ask(decrypt(1)))).isEqualTo("success");
    assertThat(code(key.ask(decrypt(0)))).isEqualTo("InvalidCiphertextException");
    assertThat(code(key.ask(decrypt(2)))).isEqualTo("InvalidCiphertextException");
  }

  private static Decrypt decrypt(int version) {
    return new Decrypt(OWNER, ARN, version, Map.of(), Encrypt.SYMMETRIC_DEFAULT, false);
  }
}
