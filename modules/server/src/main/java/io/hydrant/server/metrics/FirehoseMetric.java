package io.hydrant.server.metrics;

/**
 * AWS's names of Firehose's metrics in CloudWatch that a node has. This is the only list: the table
 * in the README of runtime follows it.
 */
enum FirehoseMetric {
  DELIVERY_SUCCESS("DeliveryToS3.Success"),
  DELIVERY_RECORDS("DeliveryToS3.Records"),
  DELIVERY_BYTES("DeliveryToS3.Bytes"),
  DELIVERY_OBJECTS("DeliveryToS3.ObjectCount"),
  DELIVERY_FRESHNESS("DeliveryToS3.DataFreshness"),
  BACKUP_SUCCESS("BackupToS3.Success"),
  BACKUP_RECORDS("BackupToS3.Records"),
  BACKUP_BYTES("BackupToS3.Bytes"),
  BACKUP_FRESHNESS("BackupToS3.DataFreshness"),
  FUNCTION_SUCCESS("ExecuteProcessing.Success"),
  FUNCTION_DURATION("ExecuteProcessing.Duration"),
  FUNCTION_RECORDS("SucceedProcessing.Records"),
  FUNCTION_BYTES("SucceedProcessing.Bytes"),
  QUERY_DURATION("JQProcessing.Duration"),
  DECOMPRESSED("OutputDecompressedRecords.Success"),
  NOT_DECOMPRESSED("OutputDecompressedRecords.Failed"),
  CONVERTED_RECORDS("SucceedConversion.Records"),
  CONVERTED_BYTES("SucceedConversion.Bytes"),
  NOT_CONVERTED_RECORDS("FailedConversion.Records"),
  NOT_CONVERTED_BYTES("FailedConversion.Bytes"),
  PARTITIONS("PartitionCount"),
  PARTITIONS_LIMIT("ActivePartitionsLimit"),
  PARTITIONS_EXCEEDED("PartitionCountExceeded"),
  KEY_ACCESS_DENIED("KMSKeyAccessDenied"),
  KEY_DISABLED("KMSKeyDisabled"),
  KEY_INVALID_STATE("KMSKeyInvalidState"),
  KEY_NOT_FOUND("KMSKeyNotFound");

  private final String awsName;

  FirehoseMetric(String awsName) {
    this.awsName = awsName;
  }

  String awsName() {
    return awsName;
  }
}
