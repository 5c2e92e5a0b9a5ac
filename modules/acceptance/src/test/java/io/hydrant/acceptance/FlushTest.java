package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A test need not wait for buffers, nor move the clock for them. */
class FlushTest extends OneNode {
  private String patientStream() {
    String name = newName();
    create(name, 900);
    return name;
  }

  private HttpResponse<String> flush(String body) throws Exception {
    return http(
        HttpRequest.newBuilder(endpoint().resolve("/_hydrant/flush"))
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  @Test
  void what_is_buffered_is_in_s3_when_the_flush_is_answered() throws Exception {
    String stream = patientStream();
    String other = patientStream();
    encrypt(stream, newKey());
    put(stream, "one\n");
    put(stream, "two\n");
    put(other, "waits\n");
    HttpResponse<String> answer = flush("{\"stream\":\"" + stream + "\"}");
    assertThat(answer.body())
        .isEqualToIgnoringWhitespace(
            "{\"streams\":[{\"streamArn\":\"arn:aws:firehose:us-east-1:000000000000:deliverystream/"
                + stream
                + "\",\"records\":2,\"left\":0}]}");
    assertThat(delivered(stream)).isEqualTo("one\ntwo\n");
    assertThat(delivered(other)).isEmpty();
    assertThat(flush("").body()).contains(other).doesNotContain(stream);
    assertThat(delivered(other)).isEqualTo("waits\n");
    assertThat(flush("{}").body()).isEqualToIgnoringWhitespace("{\"streams\":[]}");
  }

  @Test
  void a_flush_reports_what_cannot_be_delivered() throws Exception {
    String stream = patientStream();
    put(stream, "one\n");
    fault("{'service':'s3','operation':'PutObject','unreachable':true}");
    assertThat(flush("{\"stream\":\"" + stream + "\"}").body())
        .contains("\"records\":1")
        .contains("\"left\":1");
    http(HttpRequest.newBuilder(endpoint().resolve("/_hydrant/faults")).DELETE());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{\"streams\":\"orders\"}", "{\"stream\":7}", "no json", "null"})
  void a_wrong_order_is_answered_with_what_is_expected(String body) throws Exception {
    HttpResponse<String> answer = flush(body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("Expected {");
  }
}
