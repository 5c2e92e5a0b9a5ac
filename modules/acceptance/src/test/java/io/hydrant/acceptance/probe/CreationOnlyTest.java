package io.hydrant.acceptance.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Members of a destination that an update cannot have: AWS takes them at creation only. */
class CreationOnlyTest {
  private static final Set<String> OPEN_SEARCH = Set.of("S3BackupMode", "VpcConfiguration");
  private static final Map<String, Set<String>> FIXED =
      Map.of(
          "ElasticsearchDestination", OPEN_SEARCH,
          "AmazonopensearchserviceDestination", OPEN_SEARCH,
          "AmazonOpenSearchServerlessDestination", OPEN_SEARCH,
          "SnowflakeDestination", Set.of("SnowflakeVpcConfiguration"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "S3Destination",
        "ExtendedS3Destination",
        "RedshiftDestination",
        "ElasticsearchDestination",
        "AmazonopensearchserviceDestination",
        "AmazonOpenSearchServerlessDestination",
        "SplunkDestination",
        "HttpEndpointDestination",
        "SnowflakeDestination",
        "IcebergDestination"
      })
  void an_update_has_all_other_members(String destination) {
    for (Forms forms : List.of(Forms.declared("firehose"), Forms.of("firehose"))) {
      Set<String> fixed =
          new TreeSet<>(forms.form(destination + "Configuration").members().keySet());
      for (String member : forms.form(destination + "Update").members().keySet()) {
        fixed.remove(
            switch (member) {
              case "S3Update" -> "S3Configuration";
              case "S3BackupUpdate" -> "S3BackupConfiguration";
              default -> member;
            });
      }
      assertThat(fixed).isEqualTo(FIXED.getOrDefault(destination, Set.of()));
    }
  }
}
