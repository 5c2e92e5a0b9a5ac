package io.hydrant.core.destination;

import static io.hydrant.core.destination.Documents.members;
import static io.hydrant.core.destination.Documents.output;
import static io.hydrant.core.destination.Documents.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.ServiceError;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DestinationsTest {
  private static final ServiceError NOT_ONE =
      new ServiceError(
          "InvalidArgumentException",
          "Exactly one destination configuration is supported for a Firehose");

  @Property
  void exactly_one_of_the_ten_configurations_is_taken(@ForAll Set<DestinationType> given) {
    Structure configurations = members("KinesisStreamSourceConfiguration", Structure.empty());
    for (DestinationType type : given) {
      configurations = configurations.with(type.configurationMember(), Documents.s3());
    }
    if (given.size() == 1) {
      assertThat(output(Destinations.choose(configurations)))
          .isEqualTo(new Destination(given.iterator().next(), Documents.s3()));
    } else {
      assertThat(refusal(Destinations.choose(configurations))).isEqualTo(NOT_ONE);
    }
  }

  @Test
  void the_members_have_the_names_of_the_api() {
    assertThat(DestinationType.OPENSEARCH.configurationMember())
        .isEqualTo("AmazonopensearchserviceDestinationConfiguration");
    assertThat(DestinationType.OPENSEARCH_SERVERLESS.updateMember())
        .isEqualTo("AmazonOpenSearchServerlessDestinationUpdate");
    assertThat(DestinationType.HTTP_ENDPOINT.descriptionMember())
        .isEqualTo("HttpEndpointDestinationDescription");
    assertThat(DestinationType.values()).hasSize(10);
  }

  @Test
  void what_no_operation_describes_back_is_not_kept() {
    Structure snowflake =
        members(
            "User",
            "me",
            "PrivateKey",
            "k",
            "KeyPassphrase",
            "p",
            "EndpointConfiguration",
            members("Url", "https://x", "AccessKey", "a"));
    assertThat(
            output(Destinations.choose(members("SnowflakeDestinationConfiguration", snowflake)))
                .configuration())
        .isEqualTo(members("User", "me", "EndpointConfiguration", members("Url", "https://x")));
  }
}
