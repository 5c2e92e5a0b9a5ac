package io.hydrant.core.destination;

import io.hydrant.core.entity.ServiceError;

/**
 * The refusals of a ProcessingConfiguration. The words were recorded from AWS in September 2026,
 * unless a method says that they are assumed.
 */
final class ProcessorErrors {
  private static final String CLASSES = "class com.amazonaws.services.firehose.internal.model.";

  private ProcessorErrors() {}

  static ServiceError duplicateParameter() {
    return invalid("Duplicate ProcessorParameter passed to ProcessingConfiguration.");
  }

  static ServiceError count() {
    return invalid(
        "A maximum of 5 and a minimum of 1 processor needs to be supplied when processing is"
            + " enabled.");
  }

  static ServiceError twoLambdas() {
    return invalid("Cannot have more than 1 Lambda processor.");
  }

  static ServiceError noLambdaArn() {
    return invalid("LambdaArn is required when Lambda processor is used.");
  }

  static ServiceError lambdaArn() {
    return invalid("Invalid lambda ARN.");
  }

  static ServiceError halfBuffering() {
    return invalid(
        "Both BufferSizeInMBs and BufferIntervalInSeconds are required to configure buffering for"
            + " lambda processor.");
  }

  static ServiceError bufferSize() {
    return invalid("BufferSizeInMBs for lambda processor must be between 0.2 and 3.");
  }

  static ServiceError bufferInterval() {
    return invalid("BufferIntervalInSeconds for lambda processor must be between 0 and 900.");
  }

  static ServiceError retries() {
    return invalid("Number of retries for lambda must be between 0 and 300.");
  }

  static ServiceError subRecordType() {
    return invalid("SubRecordType has to be one of JSON, DELIMITED");
  }

  static ServiceError delimiter() {
    return invalid("Delimiter should be present for DELIMITED");
  }

  static ServiceError parsingEngine() {
    return invalid("MetaDataExtraction JSON Parsing Engine has to be one of JQ-1.6");
  }

  /** Assumed words, after those about the ARN of a Lambda function. */
  static ServiceError noQuery() {
    return invalid(
        "MetadataExtractionQuery is required when MetadataExtraction processor is used.");
  }

  static ServiceError compressionFormat() {
    return invalid("CompressionFormat has to be GZIP");
  }

  static ServiceError messageExtraction() {
    return invalid(
        "Invalid parameter value for DataMessageExtraction. Allowed values are True and False.");
  }

  static ServiceError noDecompression() {
    return invalid(
        "CloudWatchLogProcessingProcessor can only be enabled with DecompressionProcessor");
  }

  /** A processor of that type in a stream that is not partitioned. */
  static ServiceError notPartitioned(String type) {
    return invalid(
        CLASSES + type + "Processor can only be present when Dynamic Partitioning is enabled.");
  }

  private static ServiceError invalid(String message) {
    return DestinationErrors.invalid(message);
  }
}
