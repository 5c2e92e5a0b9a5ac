package io.hydrant.core.stream.destination;

import io.hydrant.core.entity.Refusal;

/**
 * The refusals of configurations of other destinations than S3 and of sources. The words were
 * recorded from AWS in September 2026, unless a method says that they are assumed.
 */
final class KindErrors {
  private KindErrors() {}

  static Refusal redshiftCompression() {
    return invalid(
        "Only the following compression formats are allowed when using Redshift: [UNCOMPRESSED,"
            + " GZIP]");
  }

  static Refusal redshiftPrefix() {
    return invalid(
        "The supplied prefix(es) do not satisfy the following constraint: Prefix Expressions or"
            + " ErrorOutputPrefix is currently not supported for this destination");
  }

  static Refusal redshiftPassword() {
    return invalid("Redshift Database Password is required for Redshift Destination");
  }

  static Refusal noOpenSearchDomain() {
    return invalid(
        "Provide either the Elasticsearch cluster endpoint or domain arn. Must specify cluster"
            + " endpoint for cross account Elasticsearch cluster.");
  }

  static Refusal twoOpenSearchDomains() {
    return invalid(
        "Cannot provide both Elasticsearch cluster endpoint and domain ARN. Provide either the"
            + " cluster endpoint or domain arn.");
  }

  static Refusal typeName() {
    return invalid(
        "Types are deprecated in Elasticsearch version 7+ and all OpenSearch versions. TypeName"
            + " must be empty.");
  }

  static Refusal noCollection() {
    return invalid("Must specify collection endpoint for delivery to OpenSearch serverless.");
  }

  static Refusal hecEndpoint() {
    return invalid("Invalid HECEndpoint. Supported endpoint format is https://<domain>:<port>.");
  }

  /** Assumed words, after those about Snowflake's private key. */
  static Refusal hecToken() {
    return invalid("HECToken must be provided.");
  }

  /** Assumed words; the service model says that the role is required for Splunk. */
  static Refusal splunkSecretRole() {
    return invalid("RoleARN must be provided in SecretsManagerConfiguration for Splunk.");
  }

  static Refusal duplicateAttribute(String name) {
    return invalid("Http Endpoint Common Attributes have duplicate name " + name + ".");
  }

  static Refusal snowflakeUser() {
    return invalid("User must be provided.");
  }

  static Refusal snowflakePrivateKey() {
    return invalid("PrivateKey must be provided.");
  }

  static Refusal contentColumnUnused() {
    return invalid(
        "Can't configure ContentColumnName when Data Loading Option is not VARIANT_CONTENT_MAPPING"
            + " or VARIANT_CONTENT_AND_METADATA_MAPPING");
  }

  /** Assumed words, after those about both columns. */
  static Refusal contentColumn() {
    return invalid(
        "Must provide ContentColumnName when Data Loading Option is VARIANT_CONTENT_MAPPING.");
  }

  static Refusal contentAndMetadataColumns() {
    return invalid(
        "Must provide ContentColumnName and MetadataColumnName when Data Loading Option is"
            + " VARIANT_CONTENT_AND_METADATA_MAPPING.");
  }

  static Refusal snowflakeRole() {
    return invalid("Must provide SnowflakeRole when SnowflakeRoleConfiguration is enabled.");
  }

  static Refusal icebergBackup() {
    return invalid("S3BackupMode.AllData is not supported for Iceberg as destination.");
  }

  static Refusal icebergTable() {
    return invalid(
        "A single default destination table configuration must be provided when both Lambda and"
            + " MetadataExtraction processors are not provided");
  }

  static Refusal databaseNeedsIceberg() {
    return invalid("IcebergDestinationConfiguration must be specified for Database as Source.");
  }

  static Refusal noSecretArn() {
    return invalid("Invalid secret ARN: null");
  }

  static Refusal secretOfAnotherRegion() {
    return invalid(
        "Cross-region secrets are not allowed. Please provide a secret in the same region as"
            + " firehose");
  }

  static Refusal roleOfAnotherAccount(String callerArn) {
    return new Refusal(
        "AccessDeniedException",
        "User: " + callerArn + " is not authorized to access this resource");
  }

  static Refusal noKinesisSource() {
    return invalid("KinesisSourceStreamConfig is mandatory for KinesisStreamAsSource stream type.");
  }

  static Refusal noMskSource() {
    return invalid("MSKSourceConfig is mandatory for MSK as Source stream type.");
  }

  /** Assumed words, after those about MSK. */
  static Refusal noDatabaseSource() {
    return invalid("DatabaseSourceConfig is mandatory for Database as Source stream type.");
  }

  private static Refusal invalid(String message) {
    return DestinationErrors.invalid(message);
  }
}
