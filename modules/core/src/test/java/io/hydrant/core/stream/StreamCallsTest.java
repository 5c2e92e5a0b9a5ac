package io.hydrant.core.stream;

import static io.hydrant.core.stream.StreamHistory.ARN;
import static io.hydrant.core.stream.StreamHistory.refusal;
import static io.hydrant.core.stream.StreamHistory.start;
import static io.hydrant.core.stream.StreamHistory.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The states and arguments in which a call on a stream is refused. */
class StreamCallsTest {
  private static StreamHistory creating() {
    StreamHistory history = new StreamHistory();
    history.create(DeliveryStreamType.DIRECT_PUT, Optional.empty());
    return history;
  }

  private static UpdateDestination update(String version, String destination) {
    return new UpdateDestination(version, destination, Structure.empty());
  }

  @Test
  void a_name_in_use_is_not_created_again() {
    assertThat(
            refusal(StreamHistory.active().create(DeliveryStreamType.DIRECT_PUT, Optional.empty())))
        .isEqualTo(
            new ServiceError(
                "ResourceInUseException",
                "Firehose orders under accountId 000000000000 already exists"));
  }

  @Test
  void a_creation_with_a_customer_managed_key_names_it() {
    EncryptionConfigurationInput nameless =
        new EncryptionConfigurationInput(KeyType.CUSTOMER_MANAGED_CMK, Optional.empty());
    assertThat(
            EncryptionValidation.checkAtCreation(
                DeliveryStreamType.DIRECT_PUT, Optional.of(nameless)))
        .contains(StreamErrors.keyArnMissing());
    assertThat(StartDeliveryStreamEncryption.check(StreamHistory.active().stream(), nameless))
        .contains(StreamErrors.keyArnMissing());
  }

  @Test
  void the_key_of_a_creation_opens_the_first_epoch() {
    StreamHistory history = new StreamHistory();
    history.create(DeliveryStreamType.DIRECT_PUT, Optional.of(target("a")));
    assertThat(((StreamEvent) history.events().get(0)).keyRequest())
        .contains(new KeyRequest(1, target("a")));
  }

  @Test
  void a_check_of_a_start_or_stop_answers_the_generation_and_stores_nothing() {
    StreamHistory history = StreamHistory.encrypted();
    int before = history.events().size();
    Reply<CheckEncryptionCall.Admitted> admitted =
        Reply.success(new CheckEncryptionCall.Admitted(1));
    assertThat(history.handle(new CheckEncryptionCall.Start(start("b").key()))).isEqualTo(admitted);
    assertThat(history.handle(new CheckEncryptionCall.Stop())).isEqualTo(admitted);
    assertThat(history.events()).hasSize(before);
  }

  @Test
  void a_check_of_a_start_refuses_what_the_start_refuses() {
    assertThat(refusal(creating().handle(new CheckEncryptionCall.Start(start("a").key()))))
        .isEqualTo(refusal(creating().handle(start("a"))));
  }

  @Test
  void a_put_needs_an_active_stream() {
    ServiceError error = refusal(creating().handle(new PutRecord()));
    assertThat(error.code()).isEqualTo("ResourceNotFoundException");
    assertThat(error.message()).contains("CREATING, not ACTIVE; PutRecord needs");
  }

  @Test
  void a_batch_holds_at_most_four_mebibytes() {
    StreamHistory history = StreamHistory.active();
    assertThat(history.handle(new PutRecordBatch(4 * 1024 * 1024)))
        .isEqualTo(history.handle(new PutRecord()));
    assertThat(refusal(history.handle(new PutRecordBatch(4 * 1024 * 1024 + 1))).code())
        .isEqualTo("InvalidArgumentException");
    assertThat(refusal(creating().handle(new PutRecordBatch(1))).message())
        .contains("PutRecordBatch needs");
  }

  @Test
  void an_entry_of_a_batch_has_a_record_id_or_an_error() {
    assertThat(PutRecordBatch.Entry.stored("id"))
        .isEqualTo(new PutRecordBatch.Entry(Optional.of("id"), Optional.empty(), Optional.empty()));
    assertThat(PutRecordBatch.Entry.failed(new ServiceError("Code", "message")))
        .isEqualTo(
            new PutRecordBatch.Entry(
                Optional.empty(), Optional.of("Code"), Optional.of("message")));
  }

  @Test
  void a_stream_is_not_deleted_before_it_is_created() {
    ServiceError error = refusal(creating().handle(new DeleteDeliveryStream(true)));
    assertThat(error.code()).isEqualTo("ResourceInUseException");
    assertThat(error.message()).contains("CREATING and cannot be deleted");
  }

  @Test
  void a_second_deletion_succeeds_and_stores_something_only_where_it_is_the_first_by_force() {
    StreamHistory history = StreamHistory.active();
    history.handle(new DeleteDeliveryStream(false));
    int before = history.events().size();
    assertThat(history.handle(new DeleteDeliveryStream(false))).isInstanceOf(Reply.Success.class);
    assertThat(history.events()).hasSize(before);
    history.handle(new DeleteDeliveryStream(true));
    assertThat(history.events()).hasSize(before + 1);
    assertThat(history.handle(new DeleteDeliveryStream(true))).isInstanceOf(Reply.Success.class);
    assertThat(history.events()).hasSize(before + 1);
  }

  @Test
  void an_update_needs_an_active_stream_its_current_version_and_its_destination() {
    String destination = "destinationId-000000000001";
    assertThat(refusal(creating().handle(update("1", destination))).code())
        .isEqualTo("ResourceInUseException");
    ServiceError stale = refusal(StreamHistory.active().handle(update("2", destination)));
    assertThat(stale.code()).isEqualTo("ConcurrentModificationException");
    assertThat(stale.message())
        .contains("current version id: 1 and specified version id: 2 do not match");
    assertThat(refusal(StreamHistory.active().handle(update("1", "other"))).message())
        .isEqualTo("Destination Id other not found.");
  }

  @Test
  void a_stream_lists_the_features_that_it_asks_for_and_hydrant_lacks() {
    StreamHistory history = new StreamHistory();
    history.create(DeliveryStreamType.KINESIS_STREAM_AS_SOURCE, Optional.empty());
    assertThat(history.handle(new ListUnsupportedFeatures()).map(features -> features.get(0)))
        .isEqualTo(Reply.success(UnsupportedFeature.of(history.stream()).get(0)));
    UnsupportedFeature feature = UnsupportedFeature.of(history.stream()).get(0);
    assertThat(feature.text()).startsWith(feature.member() + ": ");
    assertThat(feature.member()).isEqualTo("KinesisStreamSourceConfiguration");
  }

  @Test
  void a_put_under_a_key_that_denies_access_says_what_may_be_the_reason() {
    ServiceError denied = StreamErrors.keyUnusable(new ServiceError("AccessDeniedException", "no"));
    assertThat(denied.message()).startsWith("The grant for the CMK").endsWith("no");
    assertThat(StreamErrors.keyUnusable(new ServiceError("DisabledException", "off")).message())
        .isEqualTo("off");
  }

  @Test
  void a_grant_has_the_same_name_at_each_attempt_to_create_it() {
    StreamHistory history = StreamHistory.active();
    history.handle(start("a"));
    assertThat(((StreamTask.CreateGrant) history.owed().get(0)).grantName())
        .isEqualTo("orders-1-1");
    assertThat(new StreamTask.CreateGrant(ARN, 2, 7, target("a")).grantName())
        .isEqualTo("orders-2-7");
  }

  @Test
  void a_prefix_that_gives_objects_no_valid_key_is_refused_at_creation_and_update() {
    Text prefix = new Text("ä".repeat(511) + "/");
    Structure s3 =
        Structure.empty().with("BucketARN", new Text("arn:aws:s3:::bucket")).with("Prefix", prefix);
    CreateDeliveryStream.Input input =
        new CreateDeliveryStream.Input(
            DeliveryStreamType.DIRECT_PUT,
            Optional.empty(),
            Structure.empty().with("ExtendedS3DestinationConfiguration", s3),
            List.of());
    assertThat(CreateDeliveryStream.check(ARN.name(), input).map(ServiceError::code))
        .contains("InvalidArgumentException");
    UpdateDestination update =
        new UpdateDestination(
            "1",
            "destinationId-000000000001",
            Structure.empty()
                .with("ExtendedS3DestinationUpdate", Structure.empty().with("Prefix", prefix)));
    assertThat(refusal(StreamHistory.active().handle(update)).code())
        .isEqualTo("InvalidArgumentException");
  }
}
