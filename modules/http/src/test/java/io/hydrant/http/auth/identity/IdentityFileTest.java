package io.hydrant.http.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hydrant.core.policy.IdentityAccess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityFileTest {
  private static final String BOB =
      "'accessKeyId':'AKIABOB','secretAccessKey':'bobs','principalArn':"
          + "'arn:aws:iam::000000000000:user/bob'";

  @TempDir private Path folder;
  private final AtomicLong nanos = new AtomicLong();

  private IdentityFile open(String text, UnknownKeys unknownKeys) throws Exception {
    return IdentityFile.open(Optional.of(write(text)), unknownKeys, nanos::get);
  }

  private Path write(String text) throws Exception {
    return Files.writeString(folder.resolve("identities.json"), text);
  }

  private void secondsPass() {
    nanos.addAndGet(1_000_000_000);
  }

  @Test
  void a_changed_file_is_read_again_once_a_second_has_passed() throws Exception {
    IdentityFile file = open(IdentityJsonTest.list(IdentityJsonTest.ALICE), UnknownKeys.ROOT);
    write(IdentityJsonTest.list(IdentityJsonTest.ALICE, BOB));
    assertThat(file.withAccessKey("AKIABOB")).isEmpty();
    secondsPass();
    assertThat(file.withAccessKey("AKIABOB")).isPresent();
  }

  @Test
  void a_broken_new_file_leaves_the_old_identities_until_it_is_mended() throws Exception {
    IdentityFile file = open(IdentityJsonTest.list(IdentityJsonTest.ALICE), UnknownKeys.ROOT);
    write("{");
    secondsPass();
    assertThat(file.withAccessKey("AKIAALICE")).isPresent();
    Files.delete(folder.resolve("identities.json"));
    secondsPass();
    assertThat(file.withAccessKey("AKIAALICE")).isPresent();
    write(IdentityJsonTest.list(BOB));
    secondsPass();
    assertThat(file.withAccessKey("AKIAALICE")).isEmpty();
    assertThat(file.withAccessKey("AKIABOB")).isPresent();
  }

  @Test
  void a_file_that_is_broken_from_the_start_is_refused() {
    assertThatThrownBy(() -> open("{", UnknownKeys.ROOT))
        .isInstanceOf(BadIdentitiesException.class);
  }

  @Test
  void an_unnamed_caller_may_do_everything_unless_such_callers_are_refused() throws Exception {
    String text = IdentityJsonTest.list(IdentityJsonTest.ALICE);
    String stranger = "arn:aws:iam::000000000000:role/stranger";
    assertThat(open(text, UnknownKeys.ROOT).policies(stranger))
        .containsExactly(IdentityAccess.EVERYTHING);
    assertThat(open(text, UnknownKeys.REJECT).policies(stranger)).isEmpty();
    assertThat(open(text, UnknownKeys.ROOT).policies("arn:aws:iam::000000000000:user/alice"))
        .isEmpty();
  }
}
