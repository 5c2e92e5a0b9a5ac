package io.hydrant.core.stream;

import static io.hydrant.core.stream.StreamHistory.ARN;
import static io.hydrant.core.stream.StreamHistory.CALLER;
import static io.hydrant.core.stream.StreamHistory.PACE;
import static io.hydrant.core.stream.StreamHistory.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.destination.Destination;
import io.hydrant.core.destination.DestinationType;
import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Bool;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rules a creation, an update and a put of a stream pass. */
class DestinationCallsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Structure BUCKET =
      Structure.empty()
          .with("RoleARN", new Text("arn:aws:iam::000000000000:role/r"))
          .with("BucketARN", new Text("arn:aws:s3:::bucket"));
  private static final Structure SPLUNK =
      Structure.empty()
          .with("HECEndpoint", new Text("https://splunk:8088"))
          .with("HECEndpointType", new Text("Raw"))
          .with("HECToken", new Text("t"))
          .with("S3Configuration", BUCKET);

  @Test
  void a_creation_passes_the_rules_of_kind_source_credentials_and_place() {
    assertThat(created(SPLUNK)).isEmpty();
    assertThat(created(SPLUNK.with("HECEndpoint", new Text("http://splunk")))).contains("HECEnd");
    assertThat(created(SPLUNK.without("HECToken"))).contains("HECToken");
    Structure foreign = BUCKET.with("RoleARN", new Text("arn:aws:iam::111122223333:role/r"));
    assertThat(created(SPLUNK.with("S3Configuration", foreign))).contains("not authorized");
    assertThat(
            CreateDeliveryStream.check(
                    ARN.name(),
                    new CreateDeliveryStream.Input(
                        DeliveryStreamType.DATABASE_AS_SOURCE,
                        Optional.empty(),
                        Structure.empty()
                            .with("DatabaseSourceConfiguration", Structure.empty())
                            .with("SplunkDestinationConfiguration", SPLUNK),
                        List.of()))
                .map(ServiceError::message))
        .contains("IcebergDestinationConfiguration must be specified for Database as Source.");
  }

  @Test
  void an_update_passes_the_same_rules_on_what_comes_of_it() {
    assertThat(updated(SPLUNK, "HECEndpoint", new Text("http://splunk"))).contains("HECEndpoint");
    assertThat(updated(SPLUNK, "HECEndpoint", new Text("https://other:1"))).isEmpty();
    Structure secret = Structure.empty().with("Enabled", new Bool(true));
    assertThat(updated(SPLUNK, "SecretsManagerConfiguration", secret))
        .isEqualTo("Invalid secret ARN: null");
    assertThat(
            new UpdateDestination(
                    "1",
                    "destinationId-000000000001",
                    Structure.empty()
                        .with(
                            "SplunkDestinationUpdate", Structure.empty().with("S3Update", BUCKET)))
                .check(Caller.root("111122223333", "us-east-1"))
                .map(ServiceError::code))
        .contains("AccessDeniedException");
  }

  @Test
  void an_update_is_held_against_source_and_credentials_too() {
    Structure off = Structure.empty().with("Enabled", new Bool(false));
    Structure on =
        Structure.empty()
            .with("Enabled", new Bool(true))
            .with("SecretARN", new Text("arn:aws:secretsmanager:us-east-1:000000000000:secret:s"))
            .with("RoleARN", new Text("arn:aws:iam::000000000000:role/r"));
    Structure inSecret = SPLUNK.without("HECToken").with("SecretsManagerConfiguration", on);
    assertThat(updated(inSecret, "SecretsManagerConfiguration", off))
        .isEqualTo("HECToken must be provided.");
    assertThat(updated(inSecret, "HECEndpoint", new Text("https://other:1"))).isEmpty();
    assertThat(
            refusal(
                    existing(DeliveryStreamType.DATABASE_AS_SOURCE, SPLUNK)
                        .handle(update("HECEndpoint", new Text("https://other:1"))))
                .message())
        .isEqualTo("IcebergDestinationConfiguration must be specified for Database as Source.");
  }

  @Test
  void a_configuration_that_an_earlier_build_took_is_still_there_and_can_be_mended() {
    Structure refusedToday = SPLUNK.with("HECEndpoint", new Text("http://splunk"));
    StreamHistory history = existing(DeliveryStreamType.DIRECT_PUT, refusedToday);
    assertThat(DescribeDeliveryStream.describe(history.stream()).destinations().toString())
        .contains("http://splunk");
    assertThat(updated(refusedToday, "HECEndpoint", new Text("https://splunk:8088"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "KINESIS_STREAM_AS_SOURCE, KinesisStreamAsSource",
    "MSK_AS_SOURCE, MSKAsSource",
    "DATABASE_AS_SOURCE, DatabaseAsSource"
  })
  void nothing_is_put_to_a_stream_that_reads_from_a_source(DeliveryStreamType type, String name) {
    ServiceError words =
        new ServiceError(
            "InvalidArgumentException",
            "This operation is not permitted on " + name + " delivery stream type.");
    assertThat(refusal(existing(type, SPLUNK).handle(new PutRecord()))).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "DIRECT_PUT, true",
    "DATABASE_AS_SOURCE, true",
    "KINESIS_STREAM_AS_SOURCE, false",
    "MSK_AS_SOURCE, false"
  })
  void a_stream_is_encrypted_unless_kinesis_or_kafka_holds_its_records(
      DeliveryStreamType type, boolean encrypted) {
    Reply<?> started = existing(type, SPLUNK).handle(StreamHistory.start("a"));
    if (encrypted) {
      assertThat(started).isInstanceOf(Reply.Success.class);
    } else {
      assertThat(refusal(started).message())
          .isEqualTo(
              "Server side encryption from firehose is only allowed for direct put delivery"
                  + " streams and database as a source delivery streams");
    }
  }

  @Test
  void the_type_of_a_key_says_if_it_has_an_arn() {
    EncryptionConfigurationInput none =
        new EncryptionConfigurationInput(KeyType.CUSTOMER_MANAGED_CMK, Optional.empty());
    EncryptionConfigurationInput one =
        new EncryptionConfigurationInput(KeyType.AWS_OWNED_CMK, Optional.of("arn"));
    assertThat(EncryptionValidation.checkKey(none).map(ServiceError::message))
        .contains("KeyARN has to be specified when KeyType is CUSTOMER_MANAGED_CMK");
    assertThat(EncryptionValidation.checkKey(one).map(ServiceError::message))
        .contains("KeyARN cannot be specified when KeyType is AWS_OWNED_CMK");
  }

  private static String created(Structure splunk) {
    return CreateDeliveryStream.check(
            CALLER,
            ARN.name(),
            new CreateDeliveryStream.Input(
                DeliveryStreamType.DIRECT_PUT,
                Optional.empty(),
                Structure.empty().with("SplunkDestinationConfiguration", splunk),
                List.of()))
        .map(ServiceError::message)
        .orElse("");
  }

  private static String updated(Structure splunk, String member, Document value) {
    Reply<?> reply = existing(DeliveryStreamType.DIRECT_PUT, splunk).handle(update(member, value));
    return reply instanceof Reply.Failure<?> ? refusal(reply).message() : "";
  }

  private static UpdateDestination update(String member, Document value) {
    return new UpdateDestination(
        "1",
        "destinationId-000000000001",
        Structure.empty().with("SplunkDestinationUpdate", Structure.empty().with(member, value)));
  }

  private static StreamHistory existing(DeliveryStreamType type, Structure splunk) {
    return StreamHistory.of(
        new StreamEvent.StreamCreated(
            NOW,
            ARN,
            type,
            Structure.empty(),
            new Destination(DestinationType.SPLUNK, splunk),
            List.of(),
            Optional.empty(),
            NOW.plus(PACE.creating())),
        new StreamEvent.StreamActivated(NOW.plus(Duration.ofSeconds(1))));
  }
}
