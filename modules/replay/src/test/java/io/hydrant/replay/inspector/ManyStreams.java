package io.hydrant.replay.inspector;

import io.hydrant.core.document.Document;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamName;
import io.hydrant.core.stream.DeliveryStreamType;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.core.stream.destination.Destination;
import io.hydrant.core.stream.destination.DestinationType;
import io.hydrant.replay.JournalView;
import io.hydrant.replay.LiveNames;
import io.hydrant.replay.Night;
import io.hydrant.replay.audit.AuditEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/**
 * A node with many streams, named by number, that notes which histories are read. Histories are
 * handed out only when the test says so.
 */
final class ManyStreams implements JournalView, LiveNames {
  private static final String PLACE = "000000000000/us-east-1";

  private final List<String> names;
  private final List<String> reads = new ArrayList<>();
  private final List<CompletableFuture<Void>> waiting = new ArrayList<>();
  private boolean held;
  private boolean silent;

  ManyStreams(int count) {
    // The other way round, so that their order is the page's work.
    names =
        new ArrayList<>(
            IntStream.rangeClosed(1, count).mapToObj("orders-%03d"::formatted).toList());
    Collections.reverse(names);
  }

  /** The streams whose histories were read. */
  List<String> read() {
    return reads.stream()
        .filter(entity -> entity.startsWith("stream|"))
        .map(entity -> entity.substring(entity.lastIndexOf('/') + 1))
        .sorted()
        .toList();
  }

  int reads() {
    return reads.size();
  }

  /** From now on histories wait for {@link #release}. */
  void hold() {
    held = true;
  }

  /** From now on the directories do not answer. */
  void silence() {
    silent = true;
  }

  int waiting() {
    return waiting.size();
  }

  void release() {
    List<CompletableFuture<Void>> those = List.copyOf(waiting);
    waiting.clear();
    those.forEach(each -> each.complete(null));
  }

  @Override
  public CompletionStage<List<String>> entities() {
    List<String> entities = new ArrayList<>();
    entities.add("directory|" + PLACE);
    names.forEach(name -> entities.add("stream|" + PLACE + "/" + name));
    entities.add("stream|" + PLACE + "/orders-deleted");
    return CompletableFuture.completedFuture(entities);
  }

  @Override
  public CompletionStage<List<String>> streams(String place) {
    return silent
        ? CompletableFuture.failedFuture(new IllegalStateException("no answer"))
        : CompletableFuture.completedFuture(names);
  }

  @Override
  public CompletionStage<List<String>> keys(String place) {
    return CompletableFuture.completedFuture(List.of());
  }

  @Override
  public List<AuditEntry> refusedCalls() {
    return List.of();
  }

  @Override
  public CompletionStage<List<Entry>> history(String entity) {
    reads.add(entity);
    if (!held) {
      return CompletableFuture.completedFuture(events(entity));
    }
    CompletableFuture<Void> turn = new CompletableFuture<>();
    waiting.add(turn);
    return turn.thenApply(now -> events(entity));
  }

  private List<Entry> events(String entity) {
    String name = entity.substring(entity.lastIndexOf('/') + 1);
    return entity.startsWith("stream|") && names.contains(name)
        ? List.of(new Entry(entity, 1, "stream.created/1", "{}", created(name), Optional.empty()))
        : List.of();
  }

  private static StreamEvent created(String name) {
    return new StreamEvent.StreamCreated(
        Night.at(0),
        new StreamArn("us-east-1", "000000000000", new StreamName(name)),
        DeliveryStreamType.DIRECT_PUT,
        Document.Structure.empty(),
        new Destination(
            DestinationType.EXTENDED_S3,
            Document.Structure.empty()
                .with("BucketARN", new Document.Text("arn:aws:s3:::bucket"))
                .with("RoleARN", new Document.Text("arn:aws:iam::000000000000:role/firehose"))),
        List.of(),
        Optional.empty(),
        Night.at(0),
        Caller.root("000000000000", "us-east-1"));
  }
}
