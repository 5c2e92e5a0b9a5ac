package io.hydrant.s3.checksum;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The algorithms against known answers, and over bytes in pieces. */
class ChecksumAlgorithmTest {
  private static String value(Digest digest, String text) {
    digest.update(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    return Base64.getEncoder().encodeToString(digest.value());
  }

  @ParameterizedTest
  @CsvSource({
    "CRC32,y/Q5Jg==,AAAAAA==",
    "CRC32C,4waSgw==,AAAAAA==",
    "CRC64NVME,rosUhgp5mIg=,AAAAAAAAAAA=",
    "SHA1,98O8HYCOBHMq32eZZczDTKeuNEE=,2jmj7l5rSw0yVb/vlWAYkK/YBwk=",
    "SHA256,FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=,"
        + "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
  })
  void each_algorithm_gives_its_known_answers(
      ChecksumAlgorithm algorithm, String ofDigits, String ofNothing) {
    assertThat(value(algorithm.start(), "123456789")).isEqualTo(ofDigits);
    assertThat(value(algorithm.start(), "")).isEqualTo(ofNothing);
    assertThat(Base64.getDecoder().decode(ofDigits)).hasSize(algorithm.size());
  }

  @Test
  void md5_gives_its_known_answer() {
    Digest md5 = ChecksumAlgorithm.md5();
    md5.update(ByteBuffer.wrap("text".getBytes(StandardCharsets.UTF_8)));
    assertThat(HexFormat.of().formatHex(md5.value())).isEqualTo("1cb251ec0d568de6a929b520c4aed8d1");
  }

  @Property(tries = 200)
  void bytes_in_pieces_have_the_checksum_of_the_whole(
      @ForAll ChecksumAlgorithm algorithm,
      @ForAll byte[] bytes,
      @ForAll @Size(max = 6) List<@IntRange(min = 0, max = 20) Integer> cuts) {
    Digest whole = algorithm.start();
    whole.update(ByteBuffer.wrap(bytes));
    Digest pieces = algorithm.start();
    int from = 0;
    for (int cut : cuts) {
      int to = Math.min(bytes.length, from + cut);
      ByteBuffer piece = ByteBuffer.wrap(bytes, from, to - from);
      pieces.update(piece);
      assertThat(piece.remaining()).as("an update does not move the position").isEqualTo(to - from);
      from = to;
    }
    pieces.update(ByteBuffer.wrap(bytes, from, bytes.length - from));
    assertThat(pieces.value()).isEqualTo(whole.value());
  }

  @Test
  void names_of_headers_and_elements_are_those_of_s3() {
    assertThat(ChecksumAlgorithm.CRC64NVME.header()).isEqualTo("x-amz-checksum-crc64nvme");
    assertThat(ChecksumAlgorithm.SHA256.element()).isEqualTo("ChecksumSHA256");
    assertThat(ChecksumAlgorithm.named("crc32c")).contains(ChecksumAlgorithm.CRC32C);
    assertThat(ChecksumAlgorithm.ofHeader("X-Amz-Checksum-Sha1")).contains(ChecksumAlgorithm.SHA1);
    assertThat(ChecksumAlgorithm.named("MD5")).isEmpty();
  }
}
