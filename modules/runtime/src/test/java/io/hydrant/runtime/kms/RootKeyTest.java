package io.hydrant.runtime.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hydrant.core.id.Bytes;
import io.hydrant.core.kms.KeyArn;
import io.hydrant.core.kms.KeyMaterial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootKeyTest {
  private static final KeyArn ARN = new KeyArn("us-east-1", "000000000000", "k");
  @TempDir Path folder;

  @Test
  void a_missing_file_is_made_for_its_owner_alone_and_kept() throws IOException {
    Bytes wrapped = RootKey.load(Optional.empty(), folder).wrap(ARN, 1, new byte[] {42});
    Path file = folder.resolve(RootKey.FILE_NAME);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(RootKey.load(Optional.empty(), folder).unwrap(new KeyMaterial(ARN, 1, wrapped)))
        .hasValue(new byte[] {42});
  }

  @Test
  void wrapped_material_is_bound_to_its_key_and_version() {
    RootKey root = RootKey.ephemeral();
    Bytes wrapped = root.wrap(ARN, 1, new byte[] {42});
    assertThat(root.unwrap(new KeyMaterial(ARN, 2, wrapped))).isEmpty();
    KeyArn other = new KeyArn("us-east-1", "000000000000", "other");
    assertThat(root.unwrap(new KeyMaterial(other, 1, wrapped))).isEmpty();
  }

  @Test
  void a_bad_key_is_named_without_being_shown() throws IOException {
    assertThatThrownBy(() -> RootKey.load(Optional.of("c2hvcnQ="), folder))
        .isInstanceOf(RootKeyException.class)
        .hasMessage("The KMS root key in HYDRANT_KMS_ROOT_KEY has 5 bytes; it needs 32.");
    Path file = Files.writeString(folder.resolve(RootKey.FILE_NAME), "not base64!");
    assertThatThrownBy(() -> RootKey.load(Optional.empty(), folder))
        .hasMessage("The KMS root key in " + file + " is not base64.");
  }
}
