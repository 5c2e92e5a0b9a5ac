package io.hydrant.http.auth.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The example is that of the S3 API Reference: 65,536 and 1,024 letters a, and the end. */
class S3ChunkSignaturesTest {
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
  private static final CredentialScope SCOPE =
      new CredentialScope("20130524", "us-east-1", "s3", "aws4_request");
  private static final String SEED =
      "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9";
  private static final String FIRST =
      "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648";
  private static final String SECOND =
      "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497";
  private static final String END =
      "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9";

  private final S3ChunkSignatures signatures =
      new S3ChunkSignatures(SCOPE, "20130524T000000Z", SignatureV4.key(SCOPE, SECRET), SEED);

  private static String letters(int count) {
    return Hashing.sha256("a".repeat(count).getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void the_published_chain_is_signed() {
    assertThat(signatures.verifyChunk(letters(65_536), FIRST)).isTrue();
    assertThat(signatures.verifyChunk(letters(1024), SECOND)).isTrue();
    assertThat(signatures.verifyChunk(letters(0), END)).isTrue();
  }

  @Test
  void a_chunk_that_was_changed_is_not_signed() {
    assertThat(signatures.verifyChunk(letters(65_535), FIRST)).isFalse();
  }

  @Test
  void a_chunk_that_was_left_out_is_missed() {
    assertThat(signatures.verifyChunk(letters(1024), SECOND)).isFalse();
  }

  @Test
  void a_trailer_is_signed_in_another_way_than_a_chunk() {
    String toSign =
        String.join(
            "\n",
            "AWS4-HMAC-SHA256-TRAILER",
            "20130524T000000Z",
            SCOPE.toString(),
            SEED,
            letters(3));
    String signature =
        HexFormat.of().formatHex(Hashing.hmac(SignatureV4.key(SCOPE, SECRET), toSign));
    assertThat(signatures.verifyTrailer(letters(3), signature)).isTrue();
    assertThat(signatures.verifyTrailer(letters(3), signature)).isFalse();
  }
}
