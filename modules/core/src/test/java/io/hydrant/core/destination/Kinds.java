package io.hydrant.core.destination;

import static io.hydrant.core.destination.Documents.members;
import static io.hydrant.core.destination.Documents.s3;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Sequence;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.ServiceError;
import java.util.List;

/** A configuration of each kind of destination that AWS takes, and what becomes of a change. */
final class Kinds {
  static final String ROLE = "arn:aws:iam::000000000000:role/r";
  static final String SECRET = "arn:aws:secretsmanager:us-east-1:000000000000:secret:s";

  private Kinds() {}

  static Structure configuration(DestinationType type) {
    return switch (type) {
      case S3, EXTENDED_S3 -> s3();
      case REDSHIFT ->
          members("RoleARN", ROLE, "ClusterJDBCURL", "jdbc:x", "Password", "p")
              .with("CopyCommand", members("DataTableName", "t"))
              .with("S3Configuration", s3());
      case ELASTICSEARCH, OPENSEARCH ->
          members("RoleARN", ROLE, "IndexName", "i", "DomainARN", "d", "S3Configuration", s3());
      case OPENSEARCH_SERVERLESS ->
          members("RoleARN", ROLE, "IndexName", "i", "CollectionEndpoint", "https://c")
              .with("S3Configuration", s3());
      case SPLUNK ->
          members("HECEndpoint", "https://splunk.example:8088", "HECEndpointType", "Raw")
              .with("HECToken", new Document.Text("t"))
              .with("S3Configuration", s3());
      case HTTP_ENDPOINT ->
          members("EndpointConfiguration", members("Url", "https://h"), "S3Configuration", s3());
      case SNOWFLAKE ->
          members("AccountUrl", "a", "Database", "d", "Schema", "s", "Table", "t", "User", "u")
              .with("PrivateKey", new Document.Text("k"))
              .with("RoleARN", new Document.Text(ROLE))
              .with("S3Configuration", s3());
      case ICEBERG ->
          members("RoleARN", ROLE, "CatalogConfiguration", members(), "S3Configuration", s3())
              .with("DestinationTableConfigurationList", list(table()));
    };
  }

  /** A configuration that is taken but for these members; a null value takes a member out. */
  static Destination with(DestinationType type, Object... changes) {
    Structure configuration = configuration(type);
    for (int i = 0; i < changes.length; i += 2) {
      String name = (String) changes[i];
      configuration =
          changes[i + 1] == null
              ? configuration.without(name)
              : configuration.with(name, members(name, changes[i + 1]).get(name).orElseThrow());
    }
    return new Destination(type, configuration);
  }

  static Structure secret(Object... members) {
    return members(members);
  }

  static Structure table() {
    return members("DestinationDatabaseName", "d", "DestinationTableName", "t");
  }

  static Sequence list(Document... elements) {
    return new Sequence(List.of(elements));
  }

  static Structure processing(boolean enabled, String type) {
    return members("Enabled", enabled, "Processors", list(members("Type", type)));
  }

  static void taken(Destination destination) {
    assertThat(DestinationRules.check(destination)).isEmpty();
  }

  static void refused(Destination destination, String words) {
    assertThat(DestinationRules.check(destination))
        .contains(new ServiceError("InvalidArgumentException", words));
  }
}
