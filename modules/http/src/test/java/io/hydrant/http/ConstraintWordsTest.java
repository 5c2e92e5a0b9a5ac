package io.hydrant.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Broken constraints in the words that were recorded from AWS, September 2026. */
class ConstraintWordsTest {
  private static final String ROLES =
      "\"RoleARN\":\"arn:aws:iam::000000000000:role/r\",\"BucketARN\":\"arn:aws:s3:::b\"";
  private static final String S3 = "extendedS3DestinationConfiguration.";
  private static final String CONVERSION = S3 + "dataFormatConversionConfiguration.";
  private static final String FAILED = "' failed to satisfy constraint: ";
  private static final TestServer server = new TestServer();

  @AfterAll
  static void close() {
    server.close();
  }

  @Test
  void firehose_repeats_no_value() {
    assertThat(put("{\"DeliveryStreamName\":\"a b\",\"Record\":{\"Data\":\"\"}}"))
        .isEqualTo(
            "1 validation error detected: Value at 'deliveryStreamName"
                + FAILED
                + "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+");
    assertThat(put("{\"DeliveryStreamName\":\"a\"}"))
        .isEqualTo(
            "1 validation error detected: Value at 'record" + FAILED + "Member must not be null");
  }

  @Test
  void kms_repeats_values() {
    assertThat(server.ask(Calls.call("TrentService.CreateKey", "{\"KeyUsage\":\"x\"}")).message())
        .startsWith("1 validation error detected: Value 'x' at 'keyUsage" + FAILED)
        .endsWith(
            "Member must satisfy enum value set: [SIGN_VERIFY, ENCRYPT_DECRYPT,"
                + " GENERATE_VERIFY_MAC, KEY_AGREEMENT]");
    assertThat(server.ask(Calls.call("TrentService.Encrypt", "{\"KeyId\":\"k\"}")).message())
        .isEqualTo(
            "1 validation error detected: Value null at 'plaintext"
                + FAILED
                + "Member must not be null");
    assertThat(
            server
                .ask(
                    Calls.call(
                        "TrentService.UntagResource", "{\"KeyId\":\"k\",\"TagKeys\":[\"\"]}"))
                .message())
        .isEqualTo(
            "1 validation error detected: Value '' at 'tagKeys.1.member"
                + FAILED
                + "Member must have length greater than or equal to 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"CompressionFormat":"BROTLI"} | compressionFormat | [ZIP, HADOOP_SNAPPY, Snappy, GZIP, UNCOMPRESSED]
          {"ProcessingConfiguration":{"Processors":[{"Type":"Bogus"}]}} | processingConfiguration.processors.1.member.type | [Decompression, Lambda, RecordDeAggregation, MetadataExtraction, AppendDelimiterToRecord, CloudWatchLogProcessing]
          {"ProcessingConfiguration":{"Processors":[{"Type":"Lambda","Parameters":[{"ParameterName":"Bogus","ParameterValue":"v"}]}]}} | processingConfiguration.processors.1.member.parameters.1.member.parameterName | [DataMessageExtraction, NumberOfRetries, Delimiter, RoleArn, JsonParsingEngine, SubRecordType, MetadataExtractionQuery, BufferIntervalInSeconds, LambdaArn, BufferSizeInMBs, CompressionFormat]
          """)
  void enums_are_listed_in_the_order_of_aws(String members, String path, String values) {
    assertThat(created(members))
        .isEqualTo(
            "1 validation error detected: Value at '"
                + S3
                + path
                + FAILED
                + "Member must satisfy enum value set: "
                + values);
  }

  @Test
  void members_of_parquet_are_listed_in_the_order_of_aws() {
    assertThat(
            serializer(
                "\"ParquetSerDe\":{\"BlockSizeBytes\":1,\"PageSizeBytes\":1,\"Compression\":\"ZSTD\","
                    + "\"MaxPaddingBytes\":-1,\"WriterVersion\":\"V3\"}"))
        .isEqualTo(
            message(
                "outputFormatConfiguration.serializer.parquetSerDe.",
                "maxPaddingBytes: Member must have value greater than or equal to 0",
                "blockSizeBytes: Member must have value greater than or equal to 67108864",
                "pageSizeBytes: Member must have value greater than or equal to 65536",
                "compression: Member must satisfy enum value set: [SNAPPY, GZIP, UNCOMPRESSED]",
                "writerVersion: Member must satisfy enum value set: [V1, V2]"));
  }

  @Test
  void members_of_orc_are_listed_in_the_order_of_aws() {
    assertThat(
            serializer(
                "\"OrcSerDe\":{\"StripeSizeBytes\":1,\"BlockSizeBytes\":1,\"RowIndexStride\":1,"
                    + "\"PaddingTolerance\":-1,\"Compression\":\"ZSTD\",\"FormatVersion\":\"V0_10\","
                    + "\"BloomFilterFalsePositiveProbability\":2,\"DictionaryKeyThreshold\":2}"))
        .isEqualTo(
            message(
                "outputFormatConfiguration.serializer.orcSerDe.",
                "dictionaryKeyThreshold: Member must have value less than or equal to 1",
                "blockSizeBytes: Member must have value greater than or equal to 67108864",
                "rowIndexStride: Member must have value greater than or equal to 1000",
                "paddingTolerance: Member must have value greater than or equal to 0",
                "stripeSizeBytes: Member must have value greater than or equal to 8388608",
                "compression: Member must satisfy enum value set: [ZLIB, SNAPPY, NONE]",
                "formatVersion: Member must satisfy enum value set: [V0_11, V0_12]",
                "bloomFilterFalsePositiveProbability: Member must have value less than or equal to"
                    + " 1"));
  }

  @Test
  void members_of_a_schema_are_listed_in_the_order_of_aws() {
    String blank = ": Member must satisfy regular expression pattern: ^\\S+$";
    assertThat(
            conversion(
                "\"SchemaConfiguration\":{\"CatalogId\":\"c d\",\"DatabaseName\":\"e f\","
                    + "\"TableName\":\"g h\",\"Region\":\"i j\",\"VersionId\":\"k l\","
                    + "\"RoleARN\":\"m n\"}"))
        .isEqualTo(
            message(
                "schemaConfiguration.",
                "versionId" + blank,
                "catalogId" + blank,
                "databaseName" + blank,
                "roleARN" + blank,
                "region" + blank,
                "tableName" + blank));
  }

  @Test
  void keys_and_values_of_a_map_are_listed_together_with_all_their_constraints() {
    String lengths =
        "[Member must have length less than or equal to 1024, Member must have length greater than"
            + " or equal to 1, Member must satisfy regular expression pattern: ";
    String mappings = "inputFormatConfiguration.deserializer.openXJsonSerDe.";
    assertThat(
            conversion(
                "\"InputFormatConfiguration\":{\"Deserializer\":{\"OpenXJsonSerDe\":{"
                    + "\"ColumnToJsonKeyMappings\":{\"has space\":\"\",\"also space\":\" \"}}}}"))
        .isEqualTo(
            message(
                mappings,
                "columnToJsonKeyMappings: Map keys must satisfy constraint: " + lengths + "^\\S+$]",
                "columnToJsonKeyMappings: Map value must satisfy constraint: "
                    + lengths
                    + "^(?!\\s*$).+]"));
  }

  @Test
  void texts_of_a_list_are_listed_together() {
    String message =
        server
            .ask(
                Calls.call(
                    "Firehose_20150804.UntagDeliveryStream",
                    "{\"DeliveryStreamName\":\"a\",\"TagKeys\":[\"\",\"k\",\"\"]}"))
            .message();
    assertThat(message)
        .startsWith(
            "1 validation error detected: Value at 'tagKeys"
                + FAILED
                + "Member must satisfy constraint: [Member must have length less than or equal to"
                + " 128, Member must have length greater than or equal to 1, Member must satisfy");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sign",
        "ReplicateKey",
        "CreateCustomKeyStore",
        "GetPublicKey",
        "ImportKeyMaterial"
      })
  void an_operation_of_kms_that_is_not_built_is_unsupported(String operation) {
    Answer answer = server.ask(Calls.call("TrentService." + operation, "{}"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.type()).isEqualTo("UnsupportedOperationException");
    assertThat(answer.message())
        .isEqualTo("Hydrant does not support the operation " + operation + " of KMS.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TrentService.NoSuch", "Firehose_20150804.Sign", "Other.Sign"})
  void a_name_that_aws_does_not_have_is_an_unknown_operation(String target) {
    assertThat(server.ask(Calls.call(target, "{}")).type()).isEqualTo("UnknownOperationException");
  }

  private static String message(String inside, String... violations) {
    return violations.length
        + " validation errors detected: "
        + Stream.of(violations)
            .map(each -> each.split(": ", 2))
            .map(each -> "Value at '" + CONVERSION + inside + each[0] + FAILED + each[1])
            .collect(Collectors.joining("; "));
  }

  private static String serializer(String serDe) {
    return conversion("\"OutputFormatConfiguration\":{\"Serializer\":{" + serDe + "}}");
  }

  private static String conversion(String members) {
    return created("{\"DataFormatConversionConfiguration\":{" + members + "}}");
  }

  private static String created(String members) {
    String configuration = "{" + ROLES + "," + members.substring(1);
    return server
        .ask(
            Calls.call(
                "Firehose_20150804.CreateDeliveryStream",
                "{\"DeliveryStreamName\":\"a\",\"ExtendedS3DestinationConfiguration\":"
                    + configuration
                    + "}"))
        .message();
  }

  private static String put(String body) {
    return server.ask(Calls.call("Firehose_20150804.PutRecord", body)).message();
  }
}
