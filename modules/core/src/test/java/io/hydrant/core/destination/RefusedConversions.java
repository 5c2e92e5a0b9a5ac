package io.hydrant.core.destination;

import static io.hydrant.core.destination.Documents.hints;
import static io.hydrant.core.destination.Documents.members;
import static io.hydrant.core.destination.S3Configurations.conversion;
import static io.hydrant.core.destination.S3Configurations.converted;
import static io.hydrant.core.destination.S3Configurations.convertedFrom;
import static io.hydrant.core.destination.S3Configurations.convertedTo;
import static io.hydrant.core.destination.S3Configurations.schemaWith;
import static io.hydrant.core.destination.S3Configurations.timestampFormats;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Format conversions that AWS was recorded refusing in September 2026, with its exact words. */
final class RefusedConversions {
  private static final String COMPRESSION =
      "The S3 destination's compression format must be set to UNCOMPRESSED when data format"
          + " conversion is enabled. To enable compression within the converted output format, set"
          + " the appropriate serialization option in the output format configuration.";

  private RefusedConversions() {}

  static Stream<Arguments> conversions() {
    Structure two = members("OpenXJsonSerDe", members(), "HiveJsonSerDe", members());
    Structure none = conversion().without("SchemaConfiguration");
    Structure gzip = new Structure(none.members());
    return Stream.of(
        arguments(
            "GZIP, before all else",
            converted(gzip)
                .with("CompressionFormat", new Text("GZIP"))
                .with("BufferingHints", hints(5, 60)),
            COMPRESSION),
        arguments(
            "63 MB, before what is missing",
            converted(none).with("BufferingHints", hints(63, 60)),
            "BufferingHints.SizeInMBs must be at least 64 when data format conversion is enabled."),
        arguments(
            "nothing",
            converted(members("Enabled", true)),
            "InputFormatConfiguration must not be null"),
        arguments(
            "nothing, left out", converted(members()), "InputFormatConfiguration must not be null"),
        arguments(
            "input alone",
            converted(none.without("OutputFormatConfiguration")),
            "OutputFormatConfiguration must not be null"),
        arguments("no schema", converted(none), "SchemaConfiguration must not be null"),
        arguments(
            "no schema, enabled by default",
            converted(none.without("Enabled")),
            "SchemaConfiguration must not be null"),
        arguments(
            "an empty deserializer", convertedFrom(members()), "Deserializer must not be null"),
        arguments(
            "no deserializer",
            converted(conversion().with("InputFormatConfiguration", members())),
            "Deserializer must not be null"),
        arguments("an empty serializer", convertedTo(members()), "Serializer must not be null"),
        arguments(
            "two deserializers",
            convertedFrom(two),
            "More than one deserializer specified. Only one may be chosen."),
        arguments(
            "two serializers",
            convertedTo(members("ParquetSerDe", members(), "OrcSerDe", members())),
            "More than one serializer specified. Only one may be chosen."),
        arguments(
            "a pattern that is none",
            timestampFormats("millis", "bbbb"),
            "Invalid deserializer option(s): One or more SerDe options are invalid for"
                + " org.apache.hcatalog.data.JsonSerDe: [Key: timestamp.formats Value: bbbb]"),
        arguments(
            "no role",
            converted(schemaWith("RoleARN", "")),
            "SchemaConfiguration.RoleArn must not be null or empty"),
        arguments(
            "no database",
            converted(schemaWith("DatabaseName", "")),
            "SchemaConfiguration.DatabaseName must not be null or empty"),
        arguments(
            "no table",
            converted(schemaWith("TableName", "")),
            "SchemaConfiguration.TableName must not be null or empty"));
  }
}
