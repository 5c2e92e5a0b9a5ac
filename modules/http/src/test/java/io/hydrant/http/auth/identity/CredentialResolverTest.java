package io.hydrant.http.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.api.port.Sealing;
import io.hydrant.core.entity.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialResolverTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Session SESSION =
      new Session(
          "ASIASESSION",
          new Secret("hidden"),
          "arn:aws:sts::111122223333:assumed-role/writer/me",
          NOW.minus(Duration.ofHours(1)),
          NOW.plusMillis(1));

  @TempDir private Path folder;
  private final SessionTokens tokens = new SessionTokens(new Flipping());

  /** As good as sealed, for a test: what is not flipped does not open. */
  private static final class Flipping implements Sealing {
    @Override
    public byte[] seal(byte[] clear) {
      byte[] flipped = clear.clone();
      for (int i = 0; i < flipped.length; i++) {
        flipped[i] ^= 0x55;
      }
      return flipped;
    }

    @Override
    public Optional<byte[]> open(byte[] sealed) {
      byte[] clear = seal(sealed);
      return clear.length > 0 && clear[0] == '{' ? Optional.of(clear) : Optional.empty();
    }
  }

  private String find(UnknownKeys unknown, Instant now, String key, Optional<String> token)
      throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("identities.json"), IdentityJsonTest.list(IdentityJsonTest.ALICE));
    IdentityFile identities = IdentityFile.open(Optional.of(file), unknown, () -> 0);
    Reply<Credentials> found =
        new CredentialResolver("000000000000", identities, tokens, () -> now)
            .find(key, token, "eu-west-1");
    return found.fold(
        credentials ->
            credentials.caller().account()
                + " "
                + credentials.caller().principalArn()
                + " "
                + credentials.secret().map(Secret::value).orElse("-"),
        error -> error.code());
  }

  @ParameterizedTest
  @CsvSource({
    "ROOT, AKIAALICE, 000000000000 arn:aws:iam::000000000000:user/alice topsecret",
    "ROOT, test, 000000000000 arn:aws:iam::000000000000:root -",
    "ROOT, 111122223333, 111122223333 arn:aws:iam::111122223333:root -",
    "REJECT, AKIAALICE, 000000000000 arn:aws:iam::000000000000:user/alice topsecret",
    "REJECT, 111122223333, UnrecognizedClientException",
    "REJECT, ASIASESSION, UnrecognizedClientException"
  })
  void an_access_key_is_of_an_identity_or_of_a_root(UnknownKeys unknown, String key, String found)
      throws Exception {
    assertThat(find(unknown, NOW, key, Optional.empty())).isEqualTo(found);
  }

  @Test
  void a_session_is_known_by_its_token_until_it_expires() throws Exception {
    Optional<String> token = Optional.of(tokens.write(SESSION));
    assertThat(find(UnknownKeys.REJECT, NOW, "ASIASESSION", token))
        .isEqualTo("111122223333 arn:aws:sts::111122223333:assumed-role/writer/me hidden");
    assertThat(find(UnknownKeys.REJECT, NOW.plusMillis(1), "ASIASESSION", token))
        .isEqualTo("ExpiredTokenException");
    assertThat(find(UnknownKeys.ROOT, NOW, "ASIAOTHER", token))
        .isEqualTo("UnrecognizedClientException");
    assertThat(token.get()).doesNotContain("hidden");
  }

  @ParameterizedTest
  @CsvSource({"hydrant.", "hydrant.AAAA", "hydrant.!", "hydrant.hydrant."})
  void a_forged_token_is_refused_even_where_anybody_is_root(String token) throws Exception {
    assertThat(find(UnknownKeys.ROOT, NOW, "ASIASESSION", Optional.of(token)))
        .isEqualTo("UnrecognizedClientException");
  }

  @Test
  void a_token_of_another_maker_comes_with_unknown_keys_only() throws Exception {
    Optional<String> foreign = Optional.of("IQoJb3JpZ2luX2VjEA==");
    assertThat(find(UnknownKeys.ROOT, NOW, "ASIAFOREIGN", foreign)).contains(":root");
    assertThat(find(UnknownKeys.ROOT, NOW, "AKIAALICE", foreign))
        .isEqualTo("UnrecognizedClientException");
  }
}
