package io.hydrant.core.destination;

import io.hydrant.core.entity.ServiceError;

/**
 * The refusals of configurations of other destinations than S3 and of sources. The words were
 * recorded from AWS in September 2026, unless a method says that they are assumed.
 */
final class KindErrors {
  private KindErrors() {}

  static ServiceError redshiftCompression() {
    return invalid(
        "Only the following compression formats are allowed when using Redshift: [UNCOMPRESSED,"
            + " GZIP]");
  }

  static ServiceError redshiftPrefix() {
    return invalid(
        "The supplied prefix(es) do not satisfy the following constraint: Prefix Expressions or"
            + " ErrorOutputPrefix is currently not supported for this destination");
  }

  static ServiceError redshiftPassword() {
    return invalid("Redshift Database Password is required for Redshift Destination");
  }

  static ServiceError noOpenSearchDomain() {
    return invalid(
        "Provide either the Elasticsearch cluster endpoint or domain arn. Must specify cluster"
            + " endpoint for cross account Elasticsearch cluster.");
  }

  static ServiceError twoOpenSearchDomains() {
    return invalid(
        "Cannot provide both Elasticsearch cluster endpoint and domain ARN. Provide either the"
            + " cluster endpoint or domain arn.");
  }

  static ServiceError typeName() {
    return invalid(
        "Types are deprecated in Elasticsearch version 7+ and all OpenSearch versions. TypeName"
            + " must be empty.");
  }

  static ServiceError noCollection() {
    return invalid("Must specify collection endpoint for delivery to OpenSearch serverless.");
  }

  static ServiceError hecEndpoint() {
    return invalid("Invalid HECEndpoint. Supported endpoint format is https://<domain>:<port>.");
  }

  /** Assumed words, after those about Snowflake's private key. */
  static ServiceError hecToken() {
    return invalid("HECToken must be provided.");
  }

  /** Assumed words; the service model says that the role is required for Splunk. */
  static ServiceError splunkSecretRole() {
    return invalid("RoleARN must be provided in SecretsManagerConfiguration for Splunk.");
  }

  static ServiceError duplicateAttribute(String name) {
    return invalid("Http Endpoint Common Attributes have duplicate name " + name + ".");
  }

  static ServiceError snowflakeUser() {
    return invalid("User must be provided.");
  }

  static ServiceError snowflakePrivateKey() {
    return invalid("PrivateKey must be provided.");
  }

  static ServiceError contentColumnUnused() {
    return invalid(
        "Can't configure ContentColumnName when Data Loading Option is not VARIANT_CONTENT_MAPPING"
            + " or VARIANT_CONTENT_AND_METADATA_MAPPING");
  }

  /** Assumed words, after those about both columns. */
  static ServiceError contentColumn() {
    return invalid(
        "Must provide ContentColumnName when Data Loading Option is VARIANT_CONTENT_MAPPING.");
  }

  static ServiceError contentAndMetadataColumns() {
    return invalid(
        "Must provide ContentColumnName and MetadataColumnName when Data Loading Option is"
            + " VARIANT_CONTENT_AND_METADATA_MAPPING.");
  }

  static ServiceError snowflakeRole() {
    return invalid("Must provide SnowflakeRole when SnowflakeRoleConfiguration is enabled.");
  }

  static ServiceError icebergBackup() {
    return invalid("S3BackupMode.AllData is not supported for Iceberg as destination.");
  }

  static ServiceError icebergTable() {
    return invalid(
        "A single default destination table configuration must be provided when both Lambda and"
            + " MetadataExtraction processors are not provided");
  }

  static ServiceError databaseNeedsIceberg() {
    return invalid("IcebergDestinationConfiguration must be specified for Database as Source.");
  }

  static ServiceError noSecretArn() {
    return invalid("Invalid secret ARN: null");
  }

  static ServiceError secretOfAnotherRegion() {
    return invalid(
        "Cross-region secrets are not allowed. Please provide a secret in the same region as"
            + " firehose");
  }

  static ServiceError roleOfAnotherAccount(String callerArn) {
    return new ServiceError(
        "AccessDeniedException",
        "User: " + callerArn + " is not authorized to access this resource");
  }

  static ServiceError noKinesisSource() {
    return invalid("KinesisSourceStreamConfig is mandatory for KinesisStreamAsSource stream type.");
  }

  static ServiceError noMskSource() {
    return invalid("MSKSourceConfig is mandatory for MSK as Source stream type.");
  }

  /** Assumed words, after those about MSK. */
  static ServiceError noDatabaseSource() {
    return invalid("DatabaseSourceConfig is mandatory for Database as Source stream type.");
  }

  private static ServiceError invalid(String message) {
    return DestinationErrors.invalid(message);
  }
}
