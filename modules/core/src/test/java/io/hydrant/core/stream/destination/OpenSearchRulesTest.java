package io.hydrant.core.stream.destination;

import static io.hydrant.core.stream.destination.DestinationType.ELASTICSEARCH;
import static io.hydrant.core.stream.destination.DestinationType.OPENSEARCH;
import static io.hydrant.core.stream.destination.Kinds.refused;
import static io.hydrant.core.stream.destination.Kinds.taken;
import static io.hydrant.core.stream.destination.Kinds.with;

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
}
