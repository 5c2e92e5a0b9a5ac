package io.hydrant.core.destination;

import static io.hydrant.core.destination.Documents.members;
import static io.hydrant.core.destination.Documents.s3;
import static io.hydrant.core.destination.S3Configurations.extraction;
import static io.hydrant.core.destination.S3Configurations.lambda;
import static io.hydrant.core.destination.S3Configurations.lambdaOf;
import static io.hydrant.core.destination.S3Configurations.partitioned;
import static io.hydrant.core.destination.S3Configurations.partitionedBy;
import static io.hydrant.core.destination.S3Configurations.processed;
import static io.hydrant.core.destination.S3Configurations.processor;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.hydrant.core.document.Document.Structure;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Processors that AWS was recorded refusing in September 2026, with its exact words. */
final class RefusedProcessors {
  private static final String BUFFER_SIZE =
      "BufferSizeInMBs for lambda processor must be between 0.2 and 3.";
  private static final String RETRIES = "Number of retries for lambda must be between 0 and 300.";
  private static final String BOTH_HINTS =
      "Both BufferSizeInMBs and BufferIntervalInSeconds are required to configure buffering for"
          + " lambda processor.";
  private static final String DUPLICATE =
      "Duplicate ProcessorParameter passed to ProcessingConfiguration.";
  private static final String COUNT =
      "A maximum of 5 and a minimum of 1 processor needs to be supplied when processing is enabled.";
  private static final String EXTRACTION_VALUE =
      "Invalid parameter value for DataMessageExtraction. Allowed values are True and False.";
  private static final String ENGINE =
      "MetaDataExtraction JSON Parsing Engine has to be one of JQ-1.6";

  private RefusedProcessors() {}

  static Stream<Arguments> processors() {
    Structure append = processor("AppendDelimiterToRecord");
    return Stream.of(
        arguments("a parameter twice", processed(lambda("LambdaArn", "no-arn")), DUPLICATE),
        arguments(
            "a parameter twice, and no ARN",
            processed(processor("Lambda", "NumberOfRetries", "2", "NumberOfRetries", "3")),
            DUPLICATE),
        arguments("no processor", processed(), COUNT),
        arguments(
            "no list of processors",
            s3("ProcessingConfiguration", members("Enabled", true)),
            COUNT),
        arguments(
            "six processors", processed(append, append, append, append, append, append), COUNT),
        arguments(
            "two functions",
            processed(lambda(), lambdaOf(S3Configurations.FUNCTION + "2")),
            "Cannot have more than 1 Lambda processor."),
        arguments(
            "no function",
            processed(processor("Lambda", "NumberOfRetries", "2")),
            "LambdaArn is required when Lambda processor is used."),
        arguments("no ARN", processed(lambdaOf("not-an-arn")), "Invalid lambda ARN."),
        arguments("a name with a blank", function("bad name"), "Invalid lambda ARN."),
        arguments("a name with slashes", function("name/with/slashes"), "Invalid lambda ARN."),
        arguments("a name with a mark", function("bad?name"), "Invalid lambda ARN."),
        arguments("a name with an at sign", function("bad@name"), "Invalid lambda ARN."),
        arguments("a name with a bracket", function("bad[name"), "Invalid lambda ARN."),
        arguments("a size alone", processed(lambda("BufferSizeInMBs", "2")), BOTH_HINTS),
        arguments(
            "an interval alone", processed(lambda("BufferIntervalInSeconds", "2")), BOTH_HINTS),
        arguments("3.1 MB", buffered("3.1", "60"), BUFFER_SIZE),
        arguments("3.01 MB", buffered("3.01", "60"), BUFFER_SIZE),
        arguments("0.19 MB", buffered("0.19", "60"), BUFFER_SIZE),
        arguments("0.199 MB", buffered("0.199", "60"), BUFFER_SIZE),
        arguments(
            "1000 seconds",
            buffered("1", "1000"),
            "BufferIntervalInSeconds for lambda processor must be between 0 and 900."),
        arguments("301 retries", processed(lambda("NumberOfRetries", "301")), RETRIES),
        arguments("-1 retries", processed(lambda("NumberOfRetries", "-1")), RETRIES),
        arguments(
            "CSV",
            partitioned(processor("RecordDeAggregation", "SubRecordType", "CSV")),
            "SubRecordType has to be one of JSON, DELIMITED"),
        arguments(
            "no delimiter",
            partitioned(processor("RecordDeAggregation", "SubRecordType", "DELIMITED")),
            "Delimiter should be present for DELIMITED"),
        arguments(
            "no engine",
            partitionedBy(
                "p/!{partitionKeyFromQuery:a}/",
                processor("MetadataExtraction", "MetadataExtractionQuery", "{a:.a}")),
            ENGINE),
        arguments(
            "another engine",
            partitionedBy(
                "p/!{partitionKeyFromQuery:a}/",
                processor(
                    "MetadataExtraction",
                    "MetadataExtractionQuery",
                    "{a:.a}",
                    "JsonParsingEngine",
                    "JQ-1.7")),
            ENGINE),
        arguments(
            "yes",
            processed(processor("CloudWatchLogProcessing", "DataMessageExtraction", "yes")),
            EXTRACTION_VALUE),
        arguments("no value", processed(processor("CloudWatchLogProcessing")), EXTRACTION_VALUE),
        arguments(
            "logs that are not decompressed",
            processed(processor("CloudWatchLogProcessing", "DataMessageExtraction", "true")),
            "CloudWatchLogProcessingProcessor can only be enabled with DecompressionProcessor"),
        arguments(
            "another compression",
            processed(processor("Decompression", "CompressionFormat", "ZIP")),
            "CompressionFormat has to be GZIP"),
        arguments(
            "extraction without partitions",
            processed(extraction("{a:.a}")),
            unpartitioned("MetadataExtraction")),
        arguments(
            "de-aggregation without partitions",
            processed(processor("RecordDeAggregation", "SubRecordType", "JSON")),
            unpartitioned("RecordDeAggregation")));
  }

  private static Structure function(String name) {
    return processed(lambdaOf("arn:aws:lambda:us-east-1:000000000000:function:" + name));
  }

  private static Structure buffered(String size, String interval) {
    return processed(lambda("BufferSizeInMBs", size, "BufferIntervalInSeconds", interval));
  }

  private static String unpartitioned(String type) {
    return "class com.amazonaws.services.firehose.internal.model."
        + type
        + "Processor can only be present when Dynamic Partitioning is enabled.";
  }
}
