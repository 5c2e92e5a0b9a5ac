package io.hydrant.core.destination;

import static io.hydrant.core.destination.DestinationType.SNOWFLAKE;
import static io.hydrant.core.destination.Documents.members;
import static io.hydrant.core.destination.Documents.output;
import static io.hydrant.core.destination.Kinds.refused;
import static io.hydrant.core.destination.Kinds.taken;
import static io.hydrant.core.destination.Kinds.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.document.Document.Structure;
import org.junit.jupiter.api.Test;

class SnowflakeRulesTest {
  private static final String OPTION = "DataLoadingOption";
  private static final String CONTENT = "ContentColumnName";
  private static final String METADATA = "MetaDataColumnName";

  @Test
  void content_and_metadata_have_a_column_each() {
    String words =
        "Must provide ContentColumnName and MetadataColumnName when Data Loading Option is"
            + " VARIANT_CONTENT_AND_METADATA_MAPPING.";
    String both = "VARIANT_CONTENT_AND_METADATA_MAPPING";
    refused(with(SNOWFLAKE, OPTION, both), words);
    refused(with(SNOWFLAKE, OPTION, both, CONTENT, "c"), words);
    refused(with(SNOWFLAKE, OPTION, both, METADATA, "m"), words);
    taken(with(SNOWFLAKE, OPTION, both, CONTENT, "c", METADATA, "m"));
  }

  @Test
  void content_alone_has_its_column() {
    refused(
        with(SNOWFLAKE, OPTION, "VARIANT_CONTENT_MAPPING"),
        "Must provide ContentColumnName when Data Loading Option is VARIANT_CONTENT_MAPPING.");
    taken(with(SNOWFLAKE, OPTION, "VARIANT_CONTENT_MAPPING", CONTENT, "c"));
  }

  @Test
  void json_is_mapped_to_columns_of_its_own() {
    String words =
        "Can't configure ContentColumnName when Data Loading Option is not VARIANT_CONTENT_MAPPING"
            + " or VARIANT_CONTENT_AND_METADATA_MAPPING";
    refused(with(SNOWFLAKE, CONTENT, "c"), words);
    refused(with(SNOWFLAKE, OPTION, "JSON_MAPPING", CONTENT, "c"), words);
    taken(with(SNOWFLAKE, OPTION, "JSON_MAPPING", METADATA, "m"));
  }

  @Test
  void an_enabled_role_is_named() {
    String member = "SnowflakeRoleConfiguration";
    refused(
        with(SNOWFLAKE, member, members("Enabled", true)),
        "Must provide SnowflakeRole when SnowflakeRoleConfiguration is enabled.");
    taken(with(SNOWFLAKE, member, members("Enabled", true, "SnowflakeRole", "r")));
    taken(with(SNOWFLAKE, member, members("Enabled", false)));
    taken(with(SNOWFLAKE, member, members()));
  }

  @Test
  void an_update_to_json_leaves_the_content_column_behind() {
    Destination content = with(SNOWFLAKE, OPTION, "VARIANT_CONTENT_MAPPING", CONTENT, "c");
    taken(updated(content, members(OPTION, "JSON_MAPPING")));
    refused(
        updated(content, members(OPTION, "JSON_MAPPING", CONTENT, "d")),
        "Can't configure ContentColumnName when Data Loading Option is not VARIANT_CONTENT_MAPPING"
            + " or VARIANT_CONTENT_AND_METADATA_MAPPING");
    assertThat(updated(content, members("User", "v")).configuration().text(CONTENT)).contains("c");
  }

  private static Destination updated(Destination destination, Structure update) {
    return output(
        DestinationUpdates.merge(destination, members("SnowflakeDestinationUpdate", update)));
  }
}
