package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.acceptance.probe.Destinations;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type of destination is stored and described back, secrets left out. */
class DestinationsTest extends OneNode {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Set<String> SECRETS =
      Set.of("Password", "AccessKey", "PrivateKey", "KeyPassphrase");

  /** Members that the output shapes call otherwise. */
  private static final Map<String, String> RENAMED =
      Map.of(
          "S3Configuration", "S3DestinationDescription",
          "S3BackupConfiguration", "S3BackupDescription",
          "VpcConfiguration", "VpcConfigurationDescription");

  private final GlueServer glue = GlueServer.start();

  DestinationsTest() throws IOException {
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "secret");
  }

  /** Every table that a conversion names is there. */
  @Override
  Map<String, Object> settings() {
    return Map.of("hydrant.glue.endpoint", glue.endpoint());
  }

  @AfterAll
  void stopGlue() {
    glue.close();
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  static Set<String> types() {
    return Destinations.minimal().keySet();
  }

  private JsonNode call(String operation, ObjectNode body) throws Exception {
    HttpResponse<String> answer =
        http(
            HttpRequest.newBuilder(endpoint())
                .header("X-Amz-Target", "Firehose_20150804." + operation)
                .header("X-Amz-Date", "20261123T000000Z")
                .header("Content-Type", "application/x-amz-json-1.1")
                .header(
                    "Authorization",
                    "AWS4-HMAC-SHA256 Credential=test/20261123/us-east-1/any/aws4_request,"
                        + " SignedHeaders=host, Signature=0")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return MAPPER.readTree(answer.body());
  }

  @ParameterizedTest
  @MethodSource("types")
  void what_was_given_is_described_back(String type) throws Exception {
    describedBack(type, Destinations.minimal().get(type));
  }

  @ParameterizedTest
  @MethodSource("types")
  void so_are_all_members_at_once(String type) throws Exception {
    describedBack(type, Destinations.full().get(type));
  }

  private void describedBack(String type, ObjectNode given) throws Exception {
    String name = newName();
    ObjectNode create = MAPPER.createObjectNode().put("DeliveryStreamName", name);
    create.set(type, given);
    call("CreateDeliveryStream", create);
    awaitActive(name);
    JsonNode described =
        call("DescribeDeliveryStream", MAPPER.createObjectNode().put("DeliveryStreamName", name))
            .at("/DeliveryStreamDescription/Destinations/0");
    assertThat(described.path("DestinationId").asText()).isEqualTo("destinationId-000000000001");
    JsonNode back = described.path(type.replace("Configuration", "Description"));
    assertThat(back.isObject()).as(described.toString()).isTrue();
    for (Map.Entry<String, JsonNode> member : given.properties()) {
      String shown = RENAMED.getOrDefault(member.getKey(), member.getKey());
      if (SECRETS.contains(shown)) {
        assertThat(back.has(shown)).as(shown).isFalse();
      } else if (member.getValue().isValueNode()) {
        assertThat(back.get(shown)).as(shown).isEqualTo(member.getValue());
      } else {
        assertThat(back.has(shown)).as(shown).isTrue();
      }
    }
  }
}
