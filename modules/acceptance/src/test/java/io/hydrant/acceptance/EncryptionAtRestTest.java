package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** The setting s3.encrypt-at-rest. */
class EncryptionAtRestTest extends EncryptedDestinations {
  private String setting = "off";

  @Override
  Map<String, Object> settings() {
    Map<String, Object> all = new HashMap<>(super.settings());
    all.put("hydrant.s3.encrypt-at-rest", setting);
    return all;
  }

  private void restartWith(String other) throws Exception {
    setting = other;
    restart();
  }

  private void write(String key) {
    s3.putObject(r -> r.bucket(BUCKET).key(key), RequestBody.fromString("the bytes of " + key));
    assertThat(head(key).serverSideEncryption()).isEqualTo(ServerSideEncryption.AES256);
  }

  @Test
  void files_are_readable_or_not_and_either_folder_is_read_with_the_other_setting()
      throws Exception {
    restartWith("off");
    write("readable");
    assertThat(files()).contains("the bytes of readable");
    restartWith("on");
    assertThat(read("readable")).isEqualTo("the bytes of readable");
    write("encrypted");
    assertThat(files()).contains("the bytes of readable").doesNotContain("the bytes of encrypted");
    restartWith("off");
    assertThat(read("encrypted")).isEqualTo("the bytes of encrypted");
    write("readable-again");
    assertThat(files()).contains("the bytes of readable-again");
  }

  @Test
  void what_a_stream_delivers_is_encrypted_too() throws Exception {
    restartWith("on");
    String stream = streamWith(none());
    put(stream, "records of " + stream);
    awaitDelivered(stream, "records of " + stream);
    assertThat(files()).doesNotContain("records of " + stream);
  }
}
