package io.hydrant.core.destination;

import static io.hydrant.core.destination.Documents.hints;
import static io.hydrant.core.destination.Documents.members;
import static io.hydrant.core.destination.Documents.s3;

import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Sequence;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import java.util.ArrayList;
import java.util.List;

/** S3 configurations that AWS takes, to be changed by one member. */
final class S3Configurations {
  static final String FUNCTION = "arn:aws:lambda:us-east-1:000000000000:function:transform";
  static final String ROLE = "arn:aws:iam::000000000000:role/r";
  static final String ERRORS = "err/!{firehose:error-output-type}/";

  private S3Configurations() {}

  /** Parameters are names and values in turn. */
  static Structure processor(String type, String... namesAndValues) {
    List<Document> parameters = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      parameters.add(
          members("ParameterName", namesAndValues[i], "ParameterValue", namesAndValues[i + 1]));
    }
    return members("Type", type, "Parameters", new Sequence(parameters));
  }

  static Structure lambda(String... more) {
    List<String> parameters = new ArrayList<>(List.of("LambdaArn", FUNCTION));
    parameters.addAll(List.of(more));
    return processor("Lambda", parameters.toArray(String[]::new));
  }

  static Structure lambdaOf(String arn) {
    return processor("Lambda", "LambdaArn", arn);
  }

  static Structure extraction(String query) {
    return processor(
        "MetadataExtraction", "MetadataExtractionQuery", query, "JsonParsingEngine", "JQ-1.6");
  }

  static Structure processing(Structure... processors) {
    return members("Enabled", true, "Processors", new Sequence(List.of(processors)));
  }

  /** A destination with these processors, enabled. */
  static Structure processed(Structure... processors) {
    return s3("ProcessingConfiguration", processing(processors));
  }

  /** Partitioned by a key {@code a} that a query finds, and processed by these processors, too. */
  static Structure partitioned(Structure... more) {
    List<Structure> processors = new ArrayList<>(List.of(extraction("{a:.a}")));
    processors.addAll(List.of(more));
    return partitionedBy("p/!{partitionKeyFromQuery:a}/", processors.toArray(Structure[]::new));
  }

  static Structure partitionedBy(String prefix, Structure... processors) {
    return s3(
        "DynamicPartitioningConfiguration",
        members("Enabled", true),
        "Prefix",
        prefix,
        "ErrorOutputPrefix",
        ERRORS,
        "BufferingHints",
        hints(64, 60),
        "ProcessingConfiguration",
        processing(processors));
  }

  static Structure conversion() {
    return members(
        "Enabled",
        true,
        "SchemaConfiguration",
        members("RoleARN", ROLE, "DatabaseName", "db", "TableName", "t", "Region", "us-east-1"),
        "InputFormatConfiguration",
        members("Deserializer", members("OpenXJsonSerDe", members())),
        "OutputFormatConfiguration",
        members("Serializer", members("ParquetSerDe", members())));
  }

  /** Converted in this way. */
  static Structure converted(Structure conversion) {
    return s3("DataFormatConversionConfiguration", conversion);
  }

  static Structure convertedFrom(Structure deserializer) {
    return converted(
        conversion().with("InputFormatConfiguration", members("Deserializer", deserializer)));
  }

  static Structure convertedTo(Structure serializer) {
    return converted(
        conversion().with("OutputFormatConfiguration", members("Serializer", serializer)));
  }

  static Structure schemaWith(String member, String value) {
    return conversion()
        .with(
            "SchemaConfiguration",
            conversion()
                .structure("SchemaConfiguration")
                .orElseThrow()
                .with(member, new Text(value)));
  }

  static Structure timestampFormats(String... formats) {
    List<Document> texts = new ArrayList<>();
    for (String format : formats) {
      texts.add(new Text(format));
    }
    return convertedFrom(
        members("HiveJsonSerDe", members("TimestampFormats", new Sequence(texts))));
  }
}
