package io.hydrant.core.kms;

import static io.hydrant.core.kms.KeyHistory.ARN;
import static io.hydrant.core.kms.KeyHistory.OWNER;
import static io.hydrant.core.kms.KeyHistory.code;
import static io.hydrant.core.kms.KeyHistory.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CreateKeyTest {
  @Test
  void keys_of_other_specs_are_described_but_not_used() {
    KeyHistory signing =
        KeyHistory.created(KeyHistory.input(KeySpec.RSA_2048, KeyUsage.SIGN_VERIFY));
    assertThat(signing.state.present().material()).isEmpty();
    assertThat(message(signing.encrypt(OWNER, Map.of())))
        .isEqualTo(ARN + " key usage is SIGN_VERIFY which is not valid for Encrypt.");
    KeyHistory rsa =
        KeyHistory.created(KeyHistory.input(KeySpec.RSA_2048, KeyUsage.ENCRYPT_DECRYPT));
    assertThat(code(rsa.generate(OWNER, Map.of()))).isEqualTo("InvalidKeyUsageException");
  }

  @Test
  void spec_and_usage_must_fit() {
    assertThat(message(create(KeyHistory.input(KeySpec.HMAC_256, KeyUsage.ENCRYPT_DECRYPT))))
        .isEqualTo("KeyUsage ENCRYPT_DECRYPT is not compatible with KeySpec HMAC_256");
    assertThat(
            code(create(input(Optional.of(KeySpec.RSA_2048), Optional.empty(), KeyOrigin.AWS_KMS))))
        .isEqualTo("ValidationException");
    assertThat(
            message(
                create(
                    input(
                        Optional.of(KeySpec.SYMMETRIC_DEFAULT),
                        Optional.of(KeySpec.SYMMETRIC_DEFAULT),
                        KeyOrigin.AWS_KMS))))
        .startsWith("You cannot specify KeySpec and CustomerMasterKeySpec");
  }

  @Test
  void a_key_for_imported_material_waits_for_it() {
    KeyHistory key =
        KeyHistory.created(input(Optional.empty(), Optional.empty(), KeyOrigin.EXTERNAL));
    assertThat(message(key.encrypt(OWNER, Map.of()))).isEqualTo(ARN + " is pending import.");
    key.ask(new ScheduleKeyDeletion(OWNER, ARN, Optional.empty()));
    key.ask(new CancelKeyDeletion(OWNER, ARN));
    assertThat(key.state.present().metadata().state()).isEqualTo(KeyState.PENDING_IMPORT);
  }

  @Test
  void tags_are_checked() {
    assertThat(message(create(tagged(List.of(new Tag("a", "1"), new Tag("a", "2"))))))
        .isEqualTo("Duplicate tag keys");
    assertThat(message(create(tagged(List.of(new Tag("aws:x", "1"))))))
        .isEqualTo("Tags beginning with aws: are reserved");
    List<Tag> many = IntStream.rangeClosed(1, 51).mapToObj(i -> new Tag("t" + i, "")).toList();
    assertThat(message(create(tagged(many)))).isEqualTo("Too many tags");
    assertThat(code(create(tagged(many.subList(0, 50))))).isEqualTo("success");
  }

  @Test
  void a_data_key_is_asked_for_by_spec_or_by_size() {
    KeyHistory key = KeyHistory.created();
    DataKeyRequest neither =
        new DataKeyRequest(Optional.empty(), Optional.empty(), Map.of(), false);
    DataKeyRequest large = new DataKeyRequest(Optional.empty(), Optional.of(1025), Map.of(), false);
    assertThat(message(key.ask(new GenerateDataKey(OWNER, ARN, neither))))
        .isEqualTo("Please specify either number of bytes or key spec.");
    assertThat(message(key.ask(new GenerateDataKeyWithoutPlaintext(OWNER, ARN, large))))
        .isEqualTo(
            "1 validation error detected: Value '1025' at 'numberOfBytes' failed to satisfy"
                + " constraint: Member must have value less than or equal to 1024");
  }

  @Test
  void a_plain_text_has_at_most_4096_bytes() {
    KeyHistory key = KeyHistory.created();
    Encrypt large = new Encrypt(OWNER, ARN, 4097, Map.of(), Encrypt.SYMMETRIC_DEFAULT, false);
    assertThat(message(key.ask(large)))
        .isEqualTo(
            "1 validation error detected: Value at 'plaintext' failed to satisfy constraint:"
                + " Member must have length less than or equal to 4096");
  }

  @Test
  void a_dry_run_says_that_it_would_have_succeeded() {
    KeyHistory key = KeyHistory.created();
    Encrypt dry = new Encrypt(OWNER, ARN, 1, Map.of(), Encrypt.SYMMETRIC_DEFAULT, true);
    assertThat(code(key.ask(dry))).isEqualTo("DryRunOperationException");
  }

  private static Reply<KeyMetadata> create(CreateKey.Input input) {
    return new KeyHistory()
        .ask(new CreateKey(OWNER, ARN, input, KeyManager.CUSTOMER, KeyHistory.MATERIAL));
  }

  private static CreateKey.Input input(
      Optional<KeySpec> spec, Optional<KeySpec> oldSpec, KeyOrigin origin) {
    return new CreateKey.Input(
        Optional.empty(), "", Optional.empty(), spec, oldSpec, origin, false, false, List.of());
  }

  private static CreateKey.Input tagged(List<Tag> tags) {
    return new CreateKey.Input(
        Optional.empty(),
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        KeyOrigin.AWS_KMS,
        false,
        false,
        tags);
  }

  @Test
  void the_deprecated_member_for_the_spec_is_read_too() {
    CreateKey.Input old = input(Optional.empty(), Optional.of(KeySpec.RSA_2048), KeyOrigin.AWS_KMS);
    assertThat(old.spec()).isEqualTo(KeySpec.RSA_2048);
    assertThat(CreateKey.Input.DEFAULT.spec()).isEqualTo(KeySpec.SYMMETRIC_DEFAULT);
  }
}
