package io.hydrant.acceptance;

import software.amazon.awssdk.services.firehose.model.Processor;
import software.amazon.awssdk.services.firehose.model.ProcessorParameter;
import software.amazon.awssdk.services.firehose.model.ProcessorParameterName;
import software.amazon.awssdk.services.firehose.model.ProcessorType;
import software.amazon.awssdk.services.firehose.model.S3BackupMode;

/** A stream with a Lambda function, dynamic partitioning and a source backup. */
final class ProcessedStream {
  private static final String ROLE = "arn:aws:iam::000000000000:role/firehose";

  private ProcessedStream() {}

  static void create(SdkClients aws, String name, String bucket) {
    aws.firehose()
        .createDeliveryStream(
            r ->
                r.deliveryStreamName(name)
                    .extendedS3DestinationConfiguration(
                        s3 ->
                            s3.bucketARN("arn:aws:s3:::" + bucket)
                                .roleARN(ROLE)
                                .prefix(
                                    "data/c=!{partitionKeyFromQuery:customer}"
                                        + "/s=!{partitionKeyFromLambda:shard}/")
                                .errorOutputPrefix("errors/!{firehose:error-output-type}/")
                                .bufferingHints(b -> b.intervalInSeconds(60).sizeInMBs(64))
                                .dynamicPartitioningConfiguration(d -> d.enabled(true))
                                .processingConfiguration(
                                    p -> p.enabled(true).processors(lambda(), partitionKeys()))
                                .s3BackupMode(S3BackupMode.ENABLED)
                                .s3BackupConfiguration(
                                    backup ->
                                        backup
                                            .bucketARN("arn:aws:s3:::" + bucket)
                                            .roleARN(ROLE)
                                            .prefix("backup/"))));
    NodeStreams.awaitActive(aws, name);
  }

  private static Processor lambda() {
    return Processor.builder()
        .type(ProcessorType.LAMBDA)
        .parameters(
            parameter(
                ProcessorParameterName.LAMBDA_ARN,
                "arn:aws:lambda:us-east-1:000000000000:function:transform"),
            parameter(ProcessorParameterName.BUFFER_SIZE_IN_M_BS, "0.2"),
            parameter(ProcessorParameterName.BUFFER_INTERVAL_IN_SECONDS, "1"))
        .build();
  }

  private static Processor partitionKeys() {
    return Processor.builder()
        .type(ProcessorType.METADATA_EXTRACTION)
        .parameters(
            parameter(ProcessorParameterName.METADATA_EXTRACTION_QUERY, "{customer: .customer}"),
            parameter(ProcessorParameterName.JSON_PARSING_ENGINE, "JQ-1.6"))
        .build();
  }

  private static ProcessorParameter parameter(ProcessorParameterName name, String value) {
    return ProcessorParameter.builder().parameterName(name).parameterValue(value).build();
  }
}
