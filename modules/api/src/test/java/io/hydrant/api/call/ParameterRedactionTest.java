package io.hydrant.api.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.json.Json;
import org.junit.jupiter.api.Test;

class ParameterRedactionTest {
  private static JsonNode safe(String json) throws Exception {
    return ParameterRedaction.of(Json.MAPPER.readTree(json));
  }

  @Test
  void what_names_and_chooses_is_kept() throws Exception {
    String input =
        "{\"DeliveryStreamName\":\"orders\",\"Limit\":3,\"TagKeys\":[\"a\",\"b\"],"
            + "\"DeliveryStreamEncryptionConfigurationInput\":{\"KeyType\":\"AWS_OWNED_CMK\"}}";
    assertThat(safe(input)).isEqualTo(Json.MAPPER.readTree(input));
  }

  @Test
  void data_and_secrets_are_not() throws Exception {
    String kept =
        safe("{\"Record\":{\"Data\":\"c2VjcmV0\"},\"Records\":[{\"Data\":\"c2VjcmV0\"}],"
                + "\"Plaintext\":\"c2VjcmV0\",\"CiphertextBlob\":\"c2VjcmV0\",\"GrantTokens\":[\"c2VjcmV0\"],"
                + "\"HttpEndpointDestinationConfiguration\":{\"EndpointConfiguration\":{\"AccessKey\":\"c2VjcmV0\"}}}")
            .toString();
    assertThat(kept).doesNotContain("c2VjcmV0").contains("\"Records\":\"(1 items)\"");
  }

  @Test
  void a_long_text_is_replaced_by_its_size() throws Exception {
    assertThat(safe("{\"Description\":\"" + "x".repeat(3_000) + "\"}").get("Description").asText())
        .isEqualTo("(3000 characters)");
  }
}
