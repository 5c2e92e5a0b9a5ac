package io.hydrant.core.stream;

import static io.hydrant.core.stream.StreamHistory.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.destination.Destination;
import io.hydrant.core.destination.DestinationType;
import io.hydrant.core.destination.TableReference;
import io.hydrant.core.document.Document.Bool;
import io.hydrant.core.document.Document.Numeric;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import io.hydrant.core.entity.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An update is checked, with the table that its destination then has, before it is done. */
class CheckUpdateTest {
  private static final Structure NONE = Structure.empty();
  private static final Structure OPEN_X =
      NONE.with("Deserializer", NONE.with("OpenXJsonSerDe", NONE));
  private static final Structure PARQUET = NONE.with("Serializer", NONE.with("ParquetSerDe", NONE));
  private static final Structure SCHEMA =
      NONE.with("RoleARN", new Text("arn:aws:iam::000000000000:role/r"))
          .with("DatabaseName", new Text("db"))
          .with("TableName", new Text("first"));
  private static final Structure CONVERSION =
      NONE.with("InputFormatConfiguration", OPEN_X)
          .with("OutputFormatConfiguration", PARQUET)
          .with("SchemaConfiguration", SCHEMA);

  private static DeliveryStream stream() {
    Structure s3 =
        NONE.with("RoleARN", new Text("arn:aws:iam::000000000000:role/r"))
            .with("BucketARN", new Text("arn:aws:s3:::bucket"))
            .with(
                "BufferingHints",
                NONE.with("SizeInMBs", new Numeric(64)).with("IntervalInSeconds", new Numeric(60)))
            .with("DataFormatConversionConfiguration", CONVERSION);
    return StreamHistory.of(
        new StreamEvent.StreamCreated(
            Instant.EPOCH,
            StreamHistory.ARN,
            DeliveryStreamType.DIRECT_PUT,
            NONE,
            new Destination(DestinationType.EXTENDED_S3, s3),
            List.of(),
            Optional.empty(),
            Instant.EPOCH),
        new StreamEvent.StreamActivated(Instant.EPOCH))
        .stream();
  }

  private static Decision<StreamEvent, CheckUpdate.Accepted> check(Structure s3) {
    return new CheckUpdate(update(s3)).decide(stream(), Instant.EPOCH);
  }

  private static UpdateDestination update(Structure s3) {
    return new UpdateDestination(
        "1", "destinationId-000000000001", NONE.with("ExtendedS3DestinationUpdate", s3));
  }

  private static Optional<String> tableOf(Structure s3) {
    Decision<StreamEvent, CheckUpdate.Accepted> decision = check(s3);
    assertThat(decision.events()).isEmpty();
    return decision
        .reply()
        .fold(CheckUpdate.Accepted::table, refused -> Optional.<TableReference>empty())
        .map(TableReference::table);
  }

  private static Structure conversion(Structure changed) {
    return NONE.with("DataFormatConversionConfiguration", changed);
  }

  @Test
  void the_table_is_the_one_that_the_update_makes() {
    assertThat(
            tableOf(
                conversion(
                    NONE.with(
                        "SchemaConfiguration", SCHEMA.with("TableName", new Text("second"))))))
        .contains("second");
  }

  @Test
  void only_an_update_of_the_conversion_needs_its_table() {
    assertThat(update(conversion(NONE)).changesConversion()).isTrue();
    assertThat(update(NONE.with("Prefix", new Text("p/"))).changesConversion()).isFalse();
  }

  @Test
  void the_table_stays_where_the_update_leaves_it_or_changes_nothing() {
    assertThat(tableOf(NONE.with("Prefix", new Text("p/")))).contains("first");
    assertThat(tableOf(NONE.with("BucketARN", new Text("arn:aws:s3:::bucket")))).contains("first");
  }

  @Test
  void a_conversion_that_the_update_switches_off_needs_no_table() {
    assertThat(tableOf(conversion(NONE.with("Enabled", new Bool(false))))).isEmpty();
  }

  @Test
  void an_update_that_is_refused_needs_no_table() {
    assertThat(refusal(check(NONE.with("CompressionFormat", new Text("GZIP"))).reply()).message())
        .startsWith("The S3 destination's compression format must be set to UNCOMPRESSED");
  }
}
