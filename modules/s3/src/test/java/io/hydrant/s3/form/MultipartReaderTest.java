package io.hydrant.s3.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hydrant.s3.error.S3Exception;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartReaderTest {
  private static final String BODY =
      String.join(
          "\r\n",
          "--b",
          "Content-Disposition: form-data; name=\"one\"",
          "",
          "1",
          "--",
          "--x",
          "--b",
          "content-disposition: form-data; filename=\"C:\\dir\\f.txt\"; name=\"file\"",
          "Content-Type: text/plain",
          "",
          "",
          "--b",
          "Content-Disposition: form-data; name=three",
          "",
          "",
          "",
          "-",
          "--b--",
          "after");

  /** Writes down what it receives. */
  private static final class Seen implements MultipartReader.Parts {
    private final List<String> parts = new ArrayList<>();
    private final StringBuilder content = new StringBuilder();

    @Override
    public void begin(PartHead head) {
      content.append(head.name()).append(head.fileName().map(f -> "(" + f + ")").orElse(""));
      content.append('=');
    }

    @Override
    public void content(ByteBuffer bytes) {
      content.append(StandardCharsets.ISO_8859_1.decode(bytes));
    }

    @Override
    public void end() {
      parts.add(content.toString());
      content.setLength(0);
    }
  }

  private static List<String> read(String body, int piece) {
    Seen seen = new Seen();
    MultipartReader reader = new MultipartReader("b", seen);
    byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < bytes.length; i += piece) {
      reader.write(ByteBuffer.wrap(bytes, i, Math.min(piece, bytes.length - i)));
    }
    reader.finish();
    return seen.parts;
  }

  private static void malformed(String body) {
    assertThatThrownBy(() -> read(body, 7))
        .isInstanceOfSatisfying(
            S3Exception.class,
            refused -> assertThat(refused.error().code()).isEqualTo("MalformedPOSTRequest"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 11, 50, 1000})
  void parts_are_the_same_in_pieces_of_any_size(int piece) {
    assertThat(read(BODY, piece))
        .containsExactly("one=1\r\n--\r\n--x", "file(f.txt)=", "three=\r\n\r\n-");
  }

  @Test
  void a_preamble_is_left_out() {
    assertThat(read("hello\r\n" + BODY, 4)).hasSize(3);
    malformed("x".repeat(20_000) + "\r\n" + BODY);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 30, 60, 150})
  void a_body_that_is_cut_off_is_malformed(int length) {
    malformed(BODY.substring(0, length));
  }

  @Test
  void what_is_no_part_is_malformed() {
    malformed("--bb\r\n\r\n\r\n--b--\r\n");
    malformed("--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b--\r\n");
    malformed("--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--\r\n");
    malformed("--b\r\nContent-Disposition: form-data; name=a\r\nX: " + "y".repeat(9000));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          name="a"                        | a | -
          name=a; filename=x              | a | x
          name="a"; filename="dir/x"      | a | x
          name="a"; filename="a\\"b"      | a | a"b
          name="a"; filename="n;ame=b"    | a | n;ame=b
          filename="x;name=b" ; name="a"  | a | x;name=b
          NAME="a"; FILENAME=""           | a | ``
          name="a                         | a | -
          """)
  void a_disposition_is_read_as_clients_write_it(String parameters, String name, String file) {
    PartHead head = PartHead.of("Content-Disposition: form-data; " + parameters).orElseThrow();
    assertThat(head.name()).isEqualTo(name);
    assertThat(head.fileName().orElse("-")).isEqualTo(file);
  }
}
