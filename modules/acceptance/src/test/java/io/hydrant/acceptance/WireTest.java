package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The bytes of answers, which clients forgive much. */
class WireTest extends OneNode {
  @Test
  void an_answer_on_the_wire_has_what_every_answer_of_aws_has() throws Exception {
    Set<String> requestIds = new HashSet<>();
    for (String call :
        List.of(
            "TrentService.ListKeys {}",
            "TrentService.DescribeKey {\"KeyId\":\"alias/\u00e4\"}",
            "TrentService.DescribeKey {",
            "Firehose_20150804.ListDeliveryStreams {}",
            "Firehose_20150804.Fly {}",
            "Firehose_20150804.StartDeliveryStreamEncryption {\"DeliveryStreamName\":\""
                + activeStream()
                + "\"}")) {
      RawAnswer answer =
          RawAnswer.to(endpoint(), raw(call.split(" ", 2)[0], call.split(" ", 2)[1]));
      assertThat(answer.status()).as(call).isIn(200, 400);
      assertThat(answer.header("Content-Type")).as(call).isEqualTo("application/x-amz-json-1.1");
      assertThat(answer.header("Content-Length"))
          .as(call)
          .isEqualTo(String.valueOf(answer.body().getBytes(StandardCharsets.UTF_8).length));
      ZonedDateTime date =
          ZonedDateTime.parse(answer.header("Date"), DateTimeFormatter.RFC_1123_DATE_TIME);
      assertThat(Duration.between(date, ZonedDateTime.now(ZoneOffset.UTC)).abs())
          .isLessThan(Duration.ofMinutes(1));
      assertThat(requestIds.add(UUID.fromString(answer.header("x-amzn-RequestId")).toString()))
          .isTrue();
    }
  }

  private static String raw(String target, String body) {
    return "POST / HTTP/1.1\r\nHost: x\r\nX-Amz-Target: "
        + target
        + "\r\nX-Amz-Date: 20261123T000000Z\r\nContent-Type: application/x-amz-json-1.1"
        + "\r\nAuthorization: AWS4-HMAC-SHA256 Credential=test/20261123/us-east-1/any/aws4_request,"
        + " SignedHeaders=host, Signature=0"
        + "\r\nConnection: close\r\nContent-Length: "
        + body.getBytes(StandardCharsets.UTF_8).length
        + "\r\n\r\n"
        + body;
  }
}
