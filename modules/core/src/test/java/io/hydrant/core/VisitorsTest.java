package io.hydrant.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.hydrant.core.buffer.AppendResult;
import io.hydrant.core.buffer.AppendedRecords;
import io.hydrant.core.buffer.Batch;
import io.hydrant.core.buffer.BufferEvent;
import io.hydrant.core.buffer.BufferTask;
import io.hydrant.core.buffer.BufferingPolicy;
import io.hydrant.core.buffer.DeliveryFailure;
import io.hydrant.core.buffer.FailedProcessing;
import io.hydrant.core.buffer.OutputPlace;
import io.hydrant.core.buffer.ProcessingEvent;
import io.hydrant.core.buffer.RecordBuffer;
import io.hydrant.core.buffer.S3ObjectLocation;
import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamName;
import io.hydrant.core.kms.KeyArn;
import io.hydrant.core.kms.KeyTask;
import io.hydrant.core.stream.KeyType;
import io.hydrant.core.stream.ResolvedKey;
import io.hydrant.core.stream.StreamTask;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each case of a sealed type calls the visitor's method for this case. */
class VisitorsTest {
  private static final Instant AT = Instant.EPOCH;
  private static final StreamArn STREAM =
      new StreamArn("us-east-1", "000000000000", new StreamName("orders"));
  private static final KeyArn KEY = new KeyArn("us-east-1", "000000000000", "key");
  private static final ResolvedKey TARGET =
      new ResolvedKey(
          KeyType.CUSTOMER_MANAGED_CMK, KEY.toString(), Caller.root("000000000000", "us-east-1"));
  private static final Batch BATCH =
      new Batch(1, 1, new S3ObjectLocation("bucket", "key", "GZIP"), AT);
  private static final AppendedRecords CHUNK =
      new AppendedRecords(AT, 0, 0, List.of(Bytes.ofUtf8("a")), 1);

  /** A visitor whose methods answer the class of their parameter. */
  @SuppressWarnings("unchecked") // A proxy of an interface implements it for every type argument.
  private static <V> V parameterClass(Class<? super V> visitor) {
    return (V)
        Proxy.newProxyInstance(
            visitor.getClassLoader(),
            new Class<?>[] {visitor},
            (proxy, method, arguments) -> method.getParameterTypes()[0]);
  }

  static Stream<StreamTask> streamTasks() {
    return Stream.of(
        new StreamTask.CreateGrant(STREAM, 1, 1, TARGET),
        new StreamTask.GenerateDataKey(STREAM, 1, TARGET),
        new StreamTask.AwaitDrained(STREAM, 1, 1),
        new StreamTask.RetireGrant(STREAM, 1, KEY.toString(), "grant"),
        new StreamTask.DrainBuffer(STREAM, 1),
        new StreamTask.RegisterName(STREAM, 1, DeliveryStreamType.DIRECT_PUT),
        new StreamTask.ConfirmKeyReservation(STREAM, KEY.toString()),
        new StreamTask.DeregisterName(STREAM, 1),
        new StreamTask.CompleteTransition(STREAM));
  }

  static Stream<BufferEvent> bufferEvents() {
    return Stream.of(
        new BufferEvent.RecordsAppended(AT, CHUNK, new BufferingPolicy(1, 1)),
        new ProcessingEvent.RecordsProcessed(AT, 1, List.of()),
        new ProcessingEvent.ProcessingAttemptFailed(
            AT, new FailedProcessing(1, 1, new DeliveryFailure(AT, 1, AT, "No function."))),
        new ProcessingEvent.ProcessingGivenUp(AT, 1, 1, "No function."),
        new BufferEvent.BatchPlanned(AT, BATCH),
        new BufferEvent.BatchDelivered(AT, 1),
        new BufferEvent.DeliveryAttemptFailed(AT, 1, new DeliveryFailure(AT, 1, AT, "No bucket.")),
        new BufferEvent.DeliveryGivenUp(AT, 1, 1, 1, "No bucket."),
        new BufferEvent.EpochFenced(AT, 1),
        new BufferEvent.FlushRequested(AT, 1),
        new BufferEvent.BufferCloseRequested(AT),
        new BufferEvent.RecordsDiscarded(AT, 1),
        new BufferEvent.BufferSnapshotTaken(AT, RecordBuffer.EMPTY));
  }

  static Stream<BufferTask> bufferTasks() {
    return Stream.of(
        new BufferTask.NameObject(1, AT),
        new BufferTask.ProcessRecords(1, 1, 0),
        new BufferTask.NameOutput(OutputPlace.backup(), 1, AT),
        new BufferTask.Deliver(BATCH));
  }

  static Stream<AppendResult> appendResults() {
    return Stream.of(new AppendResult.Stored(1), new AppendResult.EpochFenced());
  }

  static Stream<KeyTask> keyTasks() {
    return Stream.of(
        new KeyTask.Rotate(KEY, 2), new KeyTask.NotifyDirectory(KEY, Optional.empty(), 0));
  }

  @ParameterizedTest
  @MethodSource("streamTasks")
  void a_task_of_a_stream_calls_its_method(StreamTask task) {
    StreamTask.Visitor<Object> visitor = parameterClass(StreamTask.Visitor.class);
    assertThat(task.accept(visitor)).isEqualTo(task.getClass());
  }

  @ParameterizedTest
  @MethodSource("bufferEvents")
  void an_event_of_a_buffer_calls_its_method(BufferEvent event) {
    BufferEvent.Visitor<Object> visitor = parameterClass(BufferEvent.Visitor.class);
    assertThat(event.accept(visitor)).isEqualTo(event.getClass());
  }

  @ParameterizedTest
  @MethodSource("bufferTasks")
  void a_task_of_a_buffer_calls_its_method(BufferTask task) {
    BufferTask.Visitor<Object> visitor = parameterClass(BufferTask.Visitor.class);
    assertThat(task.accept(visitor)).isEqualTo(task.getClass());
  }

  @ParameterizedTest
  @MethodSource("appendResults")
  void the_result_of_an_append_calls_its_method(AppendResult result) {
    AppendResult.Visitor<Object> visitor = parameterClass(AppendResult.Visitor.class);
    assertThat(result.accept(visitor)).isEqualTo(result.getClass());
  }

  @ParameterizedTest
  @MethodSource("keyTasks")
  void a_task_of_a_key_calls_its_method(KeyTask task) {
    KeyTask.Visitor<Object> visitor = parameterClass(KeyTask.Visitor.class);
    assertThat(task.accept(visitor)).isEqualTo(task.getClass());
  }
}
