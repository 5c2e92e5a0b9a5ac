package io.hydrant.core.destination;

import static io.hydrant.core.destination.DestinationType.ELASTICSEARCH;
import static io.hydrant.core.destination.DestinationType.OPENSEARCH;
import static io.hydrant.core.destination.Documents.members;
import static io.hydrant.core.destination.Documents.output;
import static io.hydrant.core.destination.Kinds.refused;
import static io.hydrant.core.destination.Kinds.taken;
import static io.hydrant.core.destination.Kinds.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.document.Document.Structure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpenSearchRulesTest {
  @ParameterizedTest
  @EnumSource(names = {"ELASTICSEARCH", "OPENSEARCH"})
  void a_domain_is_named_by_its_arn_or_its_endpoint(DestinationType type) {
    refused(
        with(type, "DomainARN", null),
        "Provide either the Elasticsearch cluster endpoint or domain arn. Must specify cluster"
            + " endpoint for cross account Elasticsearch cluster.");
    refused(
        with(type, "ClusterEndpoint", "https://e"),
        "Cannot provide both Elasticsearch cluster endpoint and domain ARN. Provide either the"
            + " cluster endpoint or domain arn.");
    taken(with(type, "DomainARN", null, "ClusterEndpoint", "https://e"));
  }

  @Test
  void open_search_has_no_types_and_elasticsearch_may_have_them() {
    refused(
        with(OPENSEARCH, "TypeName", "_doc"),
        "Types are deprecated in Elasticsearch version 7+ and all OpenSearch versions. TypeName"
            + " must be empty.");
    taken(with(OPENSEARCH, "TypeName", ""));
    taken(with(ELASTICSEARCH, "TypeName", "log"));
  }

  @ParameterizedTest
  @EnumSource(names = {"ELASTICSEARCH", "OPENSEARCH"})
  void an_update_names_the_domain_in_the_other_way(DestinationType type) {
    Destination byEndpoint =
        output(
            DestinationUpdates.merge(
                with(type), members(type.updateMember(), members("ClusterEndpoint", "https://e"))));
    taken(byEndpoint);
    assertThat(byEndpoint.configuration().has("DomainARN")).isFalse();
    Destination byArn =
        output(
            DestinationUpdates.merge(
                byEndpoint, members(type.updateMember(), members("DomainARN", "d"))));
    assertThat(byArn).isEqualTo(with(type, "DomainARN", "d"));
    Structure both = members("DomainARN", "d", "ClusterEndpoint", "https://e");
    refused(
        output(DestinationUpdates.merge(byArn, members(type.updateMember(), both))),
        "Cannot provide both Elasticsearch cluster endpoint and domain ARN. Provide either the"
            + " cluster endpoint or domain arn.");
  }

  @Test
  void what_is_fixed_at_creation_stays_when_elasticsearch_becomes_open_search() {
    Structure vpc = members("RoleARN", Kinds.ROLE);
    Destination before =
        with(ELASTICSEARCH, "S3BackupMode", "AllDocuments", "VpcConfiguration", vpc);
    Structure update =
        Kinds.configuration(OPENSEARCH)
            .without("S3Configuration")
            .with("S3Update", Documents.s3("Prefix", "new/"));
    Destination after =
        output(DestinationUpdates.merge(before, members(OPENSEARCH.updateMember(), update)));
    assertThat(after)
        .isEqualTo(
            with(
                OPENSEARCH,
                "S3Configuration",
                Documents.s3("Prefix", "new/"),
                "S3BackupMode",
                "AllDocuments",
                "VpcConfiguration",
                vpc));
  }
}
