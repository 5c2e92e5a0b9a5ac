package io.hydrant.runtime.buffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hydrant.core.buffer.AppendedRecords;
import io.hydrant.core.buffer.Batch;
import io.hydrant.core.buffer.OutputPlace;
import io.hydrant.core.buffer.S3ObjectLocation;
import io.hydrant.core.destination.Destination;
import io.hydrant.core.destination.DestinationType;
import io.hydrant.core.destination.S3Access;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamName;
import io.hydrant.core.stream.DeliveryView;
import io.hydrant.core.stream.KeyEpoch;
import io.hydrant.delivery.DeliveryException;
import io.hydrant.delivery.ObjectStore;
import io.hydrant.delivery.conversion.RecordConverter;
import io.hydrant.delivery.report.DeliveredObject;
import io.hydrant.delivery.report.DeliveryObserver;
import io.hydrant.delivery.report.ReportedFailure;
import io.hydrant.runtime.kms.KmsPort;
import io.hydrant.runtime.stream.KeyEpochs;
import io.hydrant.runtime.tracing.Tracing;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A batch between a KMS that decrypts data keys and a store that keeps objects in memory. */
class BatchDeliveryTest {
  private static final StreamArn STREAM =
      new StreamArn("us-east-1", "000000000000", new StreamName("orders"));
  private static final Bytes FIRST_KEY = Bytes.wrap(new byte[32]);
  private static final Bytes SECOND_KEY = Bytes.ofUtf8("a data key of thirty-two bytes!!");

  private final List<String> decrypted = new ArrayList<>();
  private final List<String> objects = new ArrayList<>();
  private final List<S3Access> accesses = new ArrayList<>();
  private Structure destination = Structure.empty();
  private Reply<Bytes> firstKey = Reply.success(FIRST_KEY);
  private boolean storeFails;
  private final List<String> reports = new ArrayList<>();
  private final BatchDelivery delivery =
      new BatchDelivery(
          new RecordOpener(kms()),
          store(),
          new RecordConverter(
              table -> {
                throw new IllegalStateException("no record is converted");
              }),
          Tracing.NONE,
          new DeliveryReports(observer()),
          Runnable::run);

  private DeliveryObserver observer() {
    return new DeliveryObserver() {
      @Override
      public void delivered(DeliveryView stream, DeliveredObject object) {
        reports.add(object.toString());
      }

      @Override
      public void deliveryFailed(
          DeliveryView stream, OutputPlace.Kind place, ReportedFailure failure) {
        reports.add(place + " " + failure.code() + ": " + failure.message());
      }

      @Override
      public void keyRefused(DeliveryView stream, String code) {
        reports.add(code);
      }
    };
  }

  private KmsPort kms() {
    return (KmsPort)
        Proxy.newProxyInstance(
            KmsPort.class.getClassLoader(),
            new Class<?>[] {KmsPort.class},
            (proxy, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("decrypt");
              String wrapped = new String(((Bytes) arguments[2]).toArray(), StandardCharsets.UTF_8);
              decrypted.add(wrapped);
              return CompletableFuture.completedFuture(
                  wrapped.equals("wrapped-1") ? firstKey : Reply.success(SECOND_KEY));
            });
  }

  private ObjectStore store() {
    return (object, body) -> {
      if (storeFails) {
        throw new DeliveryException(
            DeliveryException.ofS3("NoSuchBucket"), "The bucket does not exist.", null);
      }
      objects.add(
          object.bucket() + "/" + object.key() + ": " + new String(body, StandardCharsets.UTF_8));
      accesses.add(object.access());
    };
  }

  private static AppendedRecords clear(long position, String... records) {
    return new AppendedRecords(
        Instant.EPOCH, position, 0, List.of(records).stream().map(Bytes::ofUtf8).toList(), 1);
  }

  private static AppendedRecords sealed(int epoch, Bytes key, long position, String... records) {
    List<Bytes> sealed = new ArrayList<>();
    for (String record : records) {
      long at = position + sealed.size();
      sealed.add(RecordSealer.seal(key, STREAM, epoch, at, Bytes.ofUtf8(record)));
    }
    return new AppendedRecords(Instant.EPOCH, position, epoch, sealed, 1);
  }

  private void deliver(List<AppendedRecords> chunks, KeyEpoch... epochs) {
    Batch batch =
        new Batch(1, 10, new S3ObjectLocation("bucket", "key", "UNCOMPRESSED"), Instant.EPOCH);
    DeliveryView view =
        new DeliveryView(
            STREAM,
            new Destination(DestinationType.EXTENDED_S3, destination),
            "1",
            List.of(epochs),
            false);
    delivery.deliver(batch, chunks, view).toCompletableFuture().join();
  }

  @Test
  void records_of_all_keys_and_without_a_key_become_one_object_in_their_order() {
    deliver(
        List.of(
            clear(0, "a", "b"),
            sealed(1, FIRST_KEY, 2, "c"),
            sealed(2, SECOND_KEY, 3, "d"),
            sealed(1, FIRST_KEY, 4, "e", "f")),
        KeyEpochs.of(1),
        KeyEpochs.of(2));
    assertThat(objects).containsExactly("bucket/key: abcdef");
    assertThat(reports).containsExactly("DeliveredObject[place=DATA, records=6, bytes=6]");
  }

  @Test
  void kms_decrypts_each_data_key_of_a_batch_once() {
    deliver(
        List.of(sealed(1, FIRST_KEY, 0, "a"), sealed(1, FIRST_KEY, 1, "b"), clear(2, "c")),
        KeyEpochs.of(1),
        KeyEpochs.of(2));
    assertThat(decrypted).containsExactly("wrapped-1");
  }

  @Test
  void a_refusal_of_kms_names_the_epoch_and_no_object_is_written() {
    ServiceError disabled = new ServiceError("DisabledException", "the key is disabled");
    firstKey = Reply.failure(disabled);
    assertThatThrownBy(() -> deliver(List.of(sealed(1, FIRST_KEY, 0, "a")), KeyEpochs.of(1)))
        .cause()
        .isInstanceOfSatisfying(
            DataKeyDecryptException.class,
            refused -> {
              assertThat(refused.epoch()).isEqualTo(1);
              assertThat(refused.kms()).isEqualTo(disabled);
            });
    assertThat(objects).isEmpty();
    assertThat(reports)
        .containsExactly("DisabledException", "DATA KMS.DisabledException: the key is disabled");
  }

  @Test
  void a_record_at_another_position_than_the_one_it_was_sealed_for_is_not_delivered() {
    AppendedRecords sealed = sealed(1, FIRST_KEY, 5, "a");
    AppendedRecords moved = new AppendedRecords(Instant.EPOCH, 6, 1, sealed.records(), 1);
    assertThatThrownBy(() -> deliver(List.of(moved), KeyEpochs.of(1)))
        .hasMessageContaining("position 6")
        .hasMessageContaining("the journal has been changed");
    assertThat(objects).isEmpty();
    assertThat(reports)
        .containsExactly(
            "DATA InternalError: An internal error occurred while attempting to deliver data.");
  }

  @Test
  void records_under_a_key_that_the_stream_no_longer_knows_fail_with_a_sentence() {
    assertThatThrownBy(() -> deliver(List.of(sealed(3, FIRST_KEY, 0, "a")), KeyEpochs.of(1)))
        .hasMessageContaining("The data key of epoch 3 does not exist any more");
    assertThat(decrypted).isEmpty();
  }

  @Test
  void a_batch_is_written_with_the_key_and_the_role_that_the_destination_has_now() {
    destination = destination("role/first", "first");
    deliver(List.of(clear(0, "a")));
    destination = destination("role/second", "second");
    deliver(List.of(clear(0, "a")));
    assertThat(accesses).extracting(S3Access::kmsKey).containsExactly(key("first"), key("second"));
    assertThat(accesses)
        .extracting(access -> access.caller().principalArn())
        .containsExactly(
            "arn:aws:sts::000000000000:assumed-role/first/AWSFirehoseToS3",
            "arn:aws:sts::000000000000:assumed-role/second/AWSFirehoseToS3");
  }

  private static Structure destination(String role, String key) {
    return Structure.empty()
        .with("RoleARN", new Text("arn:aws:iam::000000000000:" + role))
        .with(
            "EncryptionConfiguration",
            Structure.empty()
                .with(
                    "KMSEncryptionConfig",
                    Structure.empty().with("AWSKMSKeyARN", new Text(key(key).orElseThrow()))));
  }

  private static Optional<String> key(String id) {
    return Optional.of("arn:aws:kms:us-east-1:000000000000:key/" + id);
  }

  @Test
  void a_store_that_refuses_the_object_fails_the_delivery() {
    storeFails = true;
    assertThatThrownBy(() -> deliver(List.of(clear(0, "a"))))
        .hasCauseInstanceOf(DeliveryException.class)
        .hasMessageContaining("The bucket does not exist.");
    assertThat(reports).containsExactly("DATA S3.NoSuchBucket: The bucket does not exist.");
  }
}
