package io.hydrant.core.kms;

import static io.hydrant.core.kms.KeyHistory.ARN;
import static io.hydrant.core.kms.KeyHistory.MATERIAL;
import static io.hydrant.core.kms.KeyHistory.OWNER;
import static io.hydrant.core.kms.KeyHistory.code;
import static io.hydrant.core.kms.KeyHistory.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Bytes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CryptographyTest {
  private static final Map<String, String> CONTEXT = Map.of("stream", "a");
  private static final String OTHER = "RSAES_OAEP_SHA_256";

  private final KeyHistory key = KeyHistory.created();

  @Test
  void reencryption_opens_under_one_key_and_seals_under_another() {
    Reply<KeyMaterial> material = Reply.success(new KeyMaterial(ARN, 1, MATERIAL));
    String algorithm = Encrypt.SYMMETRIC_DEFAULT;
    assertThat(key.ask(new ReEncryptFrom(OWNER, ARN, 1, CONTEXT, algorithm, true)))
        .isEqualTo(material);
    assertThat(key.ask(new ReEncryptTo(OWNER, ARN, CONTEXT, algorithm, true, false)))
        .isEqualTo(material);
    assertThat(code(key.ask(new ReEncryptTo(OWNER, ARN, CONTEXT, algorithm, true, true))))
        .isEqualTo("DryRunOperationException");
  }

  @Test
  void a_symmetric_key_has_one_algorithm() {
    Stream.<KeyCommand<?>>of(
            new Encrypt(OWNER, ARN, 1, CONTEXT, OTHER, false),
            new Decrypt(OWNER, ARN, 1, CONTEXT, OTHER, false),
            new ReEncryptFrom(OWNER, ARN, 1, CONTEXT, OTHER, false),
            new ReEncryptTo(OWNER, ARN, CONTEXT, OTHER, false, false))
        .forEach(
            command -> assertThat(code(key.ask(command))).isEqualTo("InvalidKeyUsageException"));
    assertThat(message(key.ask(new Encrypt(OWNER, ARN, 1, CONTEXT, OTHER, false)))).contains(OTHER);
  }

  @Test
  void every_cryptographic_operation_has_its_encryption_context() {
    DataKeyRequest dataKey = DataKeyRequest.aes256(CONTEXT);
    String algorithm = Encrypt.SYMMETRIC_DEFAULT;
    assertThat(
            List.of(
                new Encrypt(OWNER, ARN, 1, CONTEXT, algorithm, false),
                new Decrypt(OWNER, ARN, 1, CONTEXT, algorithm, false),
                new GenerateDataKey(OWNER, ARN, dataKey),
                new GenerateDataKeyWithoutPlaintext(OWNER, ARN, dataKey),
                new ReEncryptFrom(OWNER, ARN, 1, CONTEXT, algorithm, false),
                new ReEncryptTo(OWNER, ARN, CONTEXT, algorithm, false, false)))
        .allSatisfy(command -> assertThat(command.context()).contains(CONTEXT));
    assertThat(new DescribeKey(OWNER, ARN).context()).isEmpty();
  }

  @Test
  void the_permission_to_encrypt_is_asked_for_with_the_members_of_the_call() {
    Encrypt.Input input =
        new Encrypt.Input(Bytes.ofUtf8("four"), CONTEXT, Encrypt.SYMMETRIC_DEFAULT, true);
    assertThat(Encrypt.of(OWNER, ARN, input))
        .isEqualTo(new Encrypt(OWNER, ARN, 4, CONTEXT, Encrypt.SYMMETRIC_DEFAULT, true));
  }

  @Test
  void a_dry_run_of_decrypt_opens_the_ciphertext_first() {
    Decrypt.Input dry =
        new Decrypt.Input(
            Optional.empty(), Optional.empty(), CONTEXT, Encrypt.SYMMETRIC_DEFAULT, true);
    assertThat(Decrypt.of(OWNER, ARN, 1, dry))
        .isEqualTo(new Decrypt(OWNER, ARN, 1, CONTEXT, Encrypt.SYMMETRIC_DEFAULT, false));
    Decrypt.Output opened =
        new Decrypt.Output(ARN, Bytes.ofUtf8("text"), Encrypt.SYMMETRIC_DEFAULT, "material");
    assertThat(code(dry.answer(opened))).isEqualTo("DryRunOperationException");
    Decrypt.Input wet =
        new Decrypt.Input(
            Optional.empty(), Optional.empty(), CONTEXT, Encrypt.SYMMETRIC_DEFAULT, false);
    assertThat(wet.answer(opened)).isEqualTo(Reply.success(opened));
  }

  @Test
  void random_bytes_need_a_permission_and_no_key() {
    assertThat(new GenerateRandom().decide(KeyDirectory.EMPTY, KeyHistory.START).reply())
        .isEqualTo(Reply.success(new NoOutput()));
  }

  @Test
  void unsupported_members_are_named_each_with_its_reason() {
    TreeMap<String, String> reasons = new TreeMap<>(Map.of("A", "first", "B", "second"));
    assertThat(KmsErrors.unsupportedMembers(reasons).message())
        .isEqualTo("A is not supported by Hydrant: first. B is not supported by Hydrant: second.");
  }

  @Test
  void material_outside_kms_is_not_supported() {
    CreateKey.Input hsm =
        KeyHistory.input(Optional.empty(), KeyOrigin.AWS_CLOUDHSM, false, List.of());
    assertThat(
            message(
                new KeyHistory()
                    .ask(new CreateKey(OWNER, ARN, hsm, KeyManager.CUSTOMER, MATERIAL))))
        .isEqualTo("Origin AWS_CLOUDHSM is not supported.");
  }
}
