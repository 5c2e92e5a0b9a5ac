package io.hydrant.core.destination;

import static io.hydrant.core.destination.DestinationType.HTTP_ENDPOINT;
import static io.hydrant.core.destination.DestinationType.OPENSEARCH_SERVERLESS;
import static io.hydrant.core.destination.DestinationType.REDSHIFT;
import static io.hydrant.core.destination.DestinationType.SPLUNK;
import static io.hydrant.core.destination.Documents.members;
import static io.hydrant.core.destination.Documents.s3;
import static io.hydrant.core.destination.Kinds.list;
import static io.hydrant.core.destination.Kinds.refused;
import static io.hydrant.core.destination.Kinds.secret;
import static io.hydrant.core.destination.Kinds.taken;
import static io.hydrant.core.destination.Kinds.with;

import io.hydrant.core.document.Document.Structure;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Redshift, Serverless, Splunk, HTTP endpoints, and Secrets Manager for all of them. */
class KindRulesTest {
  private static final String PREFIX =
      "The supplied prefix(es) do not satisfy the following constraint: Prefix Expressions or"
          + " ErrorOutputPrefix is currently not supported for this destination";
  private static final String HEC =
      "Invalid HECEndpoint. Supported endpoint format is https://<domain>:<port>.";

  @Property
  void what_each_kind_must_have_is_enough(@ForAll DestinationType type) {
    taken(with(type));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ZIP", "Snappy", "HADOOP_SNAPPY"})
  void redshift_reads_no_other_format_than_gzip(String format) {
    refused(
        with(REDSHIFT, "S3Configuration", s3("CompressionFormat", format)),
        "Only the following compression formats are allowed when using Redshift: [UNCOMPRESSED,"
            + " GZIP]");
    taken(with(REDSHIFT, "S3BackupConfiguration", s3("CompressionFormat", format)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UNCOMPRESSED", "GZIP"})
  void redshift_reads_gzip_and_what_is_not_compressed(String format) {
    taken(with(REDSHIFT, "S3Configuration", s3("CompressionFormat", format)));
  }

  @Test
  void redshift_takes_a_literal_prefix_only_and_none_for_errors() {
    String expression = "a/!{timestamp:yyyy}/";
    refused(with(REDSHIFT, "S3Configuration", s3("Prefix", expression)), PREFIX);
    refused(with(REDSHIFT, "S3Configuration", s3("ErrorOutputPrefix", "e/")), PREFIX);
    taken(with(REDSHIFT, "S3Configuration", s3("Prefix", "a/b/", "ErrorOutputPrefix", "")));
    taken(
        with(
            REDSHIFT,
            "S3BackupConfiguration",
            s3("Prefix", expression, "ErrorOutputPrefix", "e/")));
  }

  @Test
  void serverless_needs_the_endpoint_of_its_collection() {
    refused(
        with(OPENSEARCH_SERVERLESS, "CollectionEndpoint", null),
        "Must specify collection endpoint for delivery to OpenSearch serverless.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://splunk.example:8088", "splunk.example:8088", "https://", "https://h:port"})
  void splunk_is_reached_by_https(String endpoint) {
    refused(with(SPLUNK, "HECEndpoint", endpoint), HEC);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://h:443", "https://h", "https://h:8088/services/collector", "https://h/"})
  void what_is_not_known_to_be_refused_of_a_splunk_endpoint_is_taken(String endpoint) {
    taken(with(SPLUNK, "HECEndpoint", endpoint));
  }

  @Test
  void splunk_reads_its_secret_in_a_role_that_is_named() {
    Structure secret = secret("Enabled", true, "SecretARN", Kinds.SECRET);
    refused(
        with(SPLUNK, SecretsManagerRules.MEMBER, secret),
        "RoleARN must be provided in SecretsManagerConfiguration for Splunk.");
    taken(
        with(
            SPLUNK,
            SecretsManagerRules.MEMBER,
            secret.with("RoleARN", members("r", Kinds.ROLE).get("r").orElseThrow())));
  }

  @Test
  void common_attributes_have_names_of_their_own() {
    refused(
        with(HTTP_ENDPOINT, "RequestConfiguration", attributes("b", "a", "a", "b")),
        "Http Endpoint Common Attributes have duplicate name a.");
    taken(with(HTTP_ENDPOINT, "RequestConfiguration", attributes("a", "A")));
    taken(with(HTTP_ENDPOINT, "RequestConfiguration", attributes()));
  }

  @Property
  void an_enabled_secret_has_an_arn_whatever_the_kind(@ForAll DestinationType type) {
    refused(
        with(type, SecretsManagerRules.MEMBER, secret("Enabled", true, "RoleARN", Kinds.ROLE)),
        "Invalid secret ARN: null");
    taken(with(type, SecretsManagerRules.MEMBER, secret("Enabled", false)));
    taken(
        with(
            type,
            SecretsManagerRules.MEMBER,
            secret("Enabled", true, "SecretARN", Kinds.SECRET, "RoleARN", Kinds.ROLE)));
  }

  private static Structure attributes(String... names) {
    Structure[] attributes = new Structure[names.length];
    for (int i = 0; i < names.length; i++) {
      attributes[i] = members("AttributeName", names[i], "AttributeValue", "v");
    }
    return members("CommonAttributes", list(attributes));
  }
}
