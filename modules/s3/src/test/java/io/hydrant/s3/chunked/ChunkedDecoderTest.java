package io.hydrant.s3.chunked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hydrant.s3.error.S3Exception;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies in {@code aws-chunked}, however the network cuts them. */
class ChunkedDecoderTest {
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();

  private void collect(ByteBuffer piece) {
    byte[] copy = new byte[piece.remaining()];
    piece.get(copy);
    content.writeBytes(copy);
  }

  private ChunkedDecoder unsigned() {
    return new ChunkedDecoder(false, Optional.empty(), this::collect);
  }

  private Map<String, String> decode(ChunkedDecoder decoder, String body, int... cuts) {
    byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
    int from = 0;
    for (int cut : cuts) {
      int to = Math.min(bytes.length, from + cut);
      decoder.write(ByteBuffer.wrap(bytes, from, to - from));
      from = to;
    }
    decoder.write(ByteBuffer.wrap(bytes, from, bytes.length - from));
    return decoder.finish();
  }

  private static String chunks(List<String> texts) {
    StringBuilder body = new StringBuilder();
    for (String text : texts) {
      body.append(Integer.toHexString(text.length())).append("\r\n").append(text).append("\r\n");
    }
    return body.append("0\r\nx-amz-checksum-crc32: AAAAAA==\r\n\r\n").toString();
  }

  @Property(tries = 300)
  void any_split_of_the_bytes_gives_the_same_result(
      @ForAll @Size(max = 4) List<@IntRange(min = 1, max = 40) Integer> sizes,
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 9) Integer> cuts) {
    content.reset();
    List<String> texts =
        sizes.stream().map(size -> "\r\n0;é".repeat(size).substring(size)).toList();
    Map<String, String> trailers =
        decode(unsigned(), chunks(texts), cuts.stream().mapToInt(Integer::intValue).toArray());
    assertThat(content.toString(StandardCharsets.ISO_8859_1)).isEqualTo(String.join("", texts));
    assertThat(trailers).containsExactly(Map.entry("x-amz-checksum-crc32", "AAAAAA=="));
  }

  @Test
  void a_body_may_end_after_the_last_chunk_with_or_without_an_empty_line() {
    for (String end : List.of("0\r\n", "0\r\n\r\n", "0\r\n\r\n\r\n", "0\r\na: b\r\n")) {
      content.reset();
      decode(unsigned(), "4\r\ntext\r\n" + end);
      assertThat(content.toString(StandardCharsets.UTF_8)).isEqualTo("text");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "4",
        "4\r\n",
        "4\r\nte",
        "4\r\ntext",
        "4\r\ntext\r\n",
        "4\r\ntext\r\n0",
        "5\r\ntext\r\n0\r\n\r\n",
        "3\r\ntext\r\n0\r\n\r\n",
        "x\r\ntext\r\n0\r\n\r\n",
        "-4\r\ntext\r\n0\r\n\r\n",
        "\r\n0\r\n\r\n",
        "10000000000000000\r\ntext\r\n0\r\n\r\n",
        "4\r\ntext\r\n0\r\n\r\nmore",
        "4\r\ntext\r\n0\r\nno trailer\r\n\r\n",
        "4\r\ntext\r\n0\r\na: b"
      })
  void a_body_that_is_cut_or_malformed_is_incomplete(String body) {
    assertThatThrownBy(() -> decode(unsigned(), body))
        .isInstanceOfSatisfying(
            S3Exception.class, e -> assertThat(e.error().code()).isEqualTo("IncompleteBody"));
  }

  @Test
  void a_line_and_the_number_of_trailers_are_bounded() {
    assertThatThrownBy(() -> decode(unsigned(), "0;" + "x".repeat(5000)))
        .isInstanceOf(S3Exception.class);
    String trailers =
        "a%d: b\r\n"
            .repeat(17)
            .formatted(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17);
    assertThatThrownBy(() -> decode(unsigned(), "0\r\n" + trailers + "\r\n"))
        .isInstanceOf(S3Exception.class);
  }

  /** Takes the signature {@code good} for chunks and trailers. */
  private static final class Good implements ChunkSignatures {
    private String trailer = "";

    @Override
    public boolean verifyChunk(String sha256, String signature) {
      return sha256.length() == 64 && signature.equals("good");
    }

    @Override
    public boolean verifyTrailer(String sha256, String signature) {
      trailer = sha256;
      return signature.equals("good");
    }
  }

  private String signed(ChunkSignatures signatures, String body) {
    content.reset();
    ChunkedDecoder decoder = new ChunkedDecoder(true, Optional.of(signatures), this::collect);
    try {
      decode(decoder, body, 3, 5, 7);
      return content.toString(StandardCharsets.UTF_8);
    } catch (S3Exception e) {
      return e.error().code();
    }
  }

  @Test
  void every_chunk_the_last_one_and_the_trailers_have_their_signature() {
    Good good = new Good();
    String first = "4;chunk-signature=good\r\ntext\r\n";
    String last = "0;chunk-signature=good\r\n";
    assertThat(signed(good, first + last + "\r\n")).isEqualTo("text");
    assertThat(signed(good, first.replace("good", "bad") + last + "\r\n"))
        .isEqualTo("SignatureDoesNotMatch");
    assertThat(signed(good, first + last.replace("good", "bad") + "\r\n"))
        .isEqualTo("SignatureDoesNotMatch");
    assertThat(signed(good, "4\r\ntext\r\n" + last + "\r\n")).isEqualTo("IncompleteBody");
    String trailers = "a:b\r\nx-amz-trailer-signature:good\r\n\r\n";
    assertThat(signed(good, first + last + trailers)).isEqualTo("text");
    assertThat(good.trailer)
        .as("the SHA-256 of a:b and a newline")
        .isEqualTo("c467ccce5a16dc728ec6a5d89263821f0a9bd359d42e604105338262f3cc5725");
    assertThat(signed(good, first + last + trailers.replace("good", "bad")))
        .isEqualTo("SignatureDoesNotMatch");
    assertThat(signed(good, first + last + "a:b\r\n\r\n")).isEqualTo("SignatureDoesNotMatch");
  }
}
