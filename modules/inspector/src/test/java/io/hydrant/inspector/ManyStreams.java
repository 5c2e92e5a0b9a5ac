package io.hydrant.inspector;

import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamName;
import io.hydrant.core.kms.KeyArn;
import io.hydrant.core.kms.KeyManager;
import io.hydrant.core.kms.KeyState;
import io.hydrant.core.kms.KeySummary;
import io.hydrant.core.stream.DeliveryStreamDescription.EncryptionDescription;
import io.hydrant.core.stream.DeliveryStreamStatus;
import io.hydrant.core.stream.EncryptionStatus;
import io.hydrant.core.stream.StreamSummary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/**
 * A node with many streams, named by number, that notes which entities are asked. Its journal has
 * no history to read, and answers are given only when the test says so.
 */
final class ManyStreams {
  static final String PLACE = "000000000000/us-east-1";

  /** The names by place, the other way round, so that their order is the page's work. */
  private final SortedMap<String, List<String>> names = new TreeMap<>();

  private final List<String> asked = new ArrayList<>();
  private final List<CompletableFuture<Void>> waiting = new ArrayList<>();
  private final Set<String> silent = new HashSet<>();
  private final Set<String> gone = new HashSet<>();
  private final List<Integer> most = new ArrayList<>();
  private boolean held;
  private boolean journalSilent;

  ManyStreams(int count) {
    with(PLACE, count);
  }

  ManyStreams with(String place, int count) {
    List<String> some =
        new ArrayList<>(
            IntStream.rangeClosed(1, count).mapToObj("orders-%03d"::formatted).toList());
    Collections.reverse(some);
    names.put(place, some);
    return this;
  }

  /** The names of the streams and keys that were asked. */
  List<String> asked() {
    return asked.stream().map(id -> id.substring(id.lastIndexOf('/') + 1)).sorted().toList();
  }

  /** How many names were wanted of each directory that was asked. */
  List<Integer> most() {
    return List.copyOf(most);
  }

  /** From now on entities wait for {@link #release}. */
  void hold() {
    held = true;
  }

  /** From now on that directory or entity, {@code ACCOUNT/REGION[/NAME]}, does not answer. */
  void silence(String id) {
    silent.add(id);
  }

  /** From now on there is no stream of that id. */
  void remove(String id) {
    gone.add(id);
  }

  void silenceJournal() {
    journalSilent = true;
  }

  int waiting() {
    return waiting.size();
  }

  void release() {
    List<CompletableFuture<Void>> those = List.copyOf(waiting);
    waiting.clear();
    those.forEach(each -> each.complete(null));
  }

  private static <T> CompletionStage<T> noAnswer() {
    return CompletableFuture.failedFuture(new IllegalStateException("no answer"));
  }

  CompletionStage<List<String>> entities() {
    if (journalSilent) {
      return noAnswer();
    }
    List<String> entities = new ArrayList<>();
    names.forEach(
        (place, some) -> {
          entities.add("stream-directory|" + place);
          some.forEach(name -> entities.add("stream|" + place + "/" + name));
          entities.add("key-directory|" + place);
          entities.add("key|" + place + "/key-1");
        });
    return CompletableFuture.completedFuture(entities);
  }

  private CompletionStage<LiveNames> names(String place, List<String> all, int wanted) {
    most.add(wanted);
    return silent.contains(place)
        ? noAnswer()
        : CompletableFuture.completedFuture(
            new LiveNames(all.stream().limit(wanted).toList(), all.size() > wanted));
  }

  private <T> CompletionStage<Optional<T>> look(String id, T found) {
    asked.add(id);
    if (silent.contains(id)) {
      return noAnswer();
    }
    Optional<T> answer = gone.contains(id) ? Optional.empty() : Optional.of(found);
    if (!held) {
      return CompletableFuture.completedFuture(answer);
    }
    CompletableFuture<Void> turn = new CompletableFuture<>();
    waiting.add(turn);
    return turn.thenApply(now -> answer);
  }

  LiveStreams streams() {
    return new LiveStreams() {
      @Override
      public CompletionStage<LiveNames> names(String place, int most) {
        return ManyStreams.this.names(place, names.get(place), most);
      }

      @Override
      public CompletionStage<Optional<Now>> look(String id) {
        return ManyStreams.this.look(id, now(id));
      }
    };
  }

  /** A place has one key of the customer's and one of AWS's. */
  LiveKeys keys() {
    return new LiveKeys() {
      @Override
      public CompletionStage<LiveNames> names(String place, int most) {
        return ManyStreams.this.names(place, List.of("aws-key", "key-1"), most);
      }

      @Override
      public CompletionStage<Optional<KeySummary>> look(String id) {
        String[] parts = id.split("/", -1);
        return ManyStreams.this.look(
            id,
            new KeySummary(
                new KeyArn(parts[1], parts[0], parts[2]),
                parts[2].equals("aws-key") ? KeyManager.AWS : KeyManager.CUSTOMER,
                KeyState.ENABLED,
                3,
                0));
      }
    };
  }

  private static LiveStreams.Now now(String id) {
    String[] parts = id.split("/", -1);
    return new LiveStreams.Now(
        new StreamSummary(
            new StreamArn(parts[1], parts[0], new StreamName(parts[2])),
            1,
            DeliveryStreamStatus.ACTIVE,
            new EncryptionDescription(
                Optional.empty(), Optional.empty(), EncryptionStatus.DISABLED, Optional.empty())),
        Optional.of(24),
        Optional.empty());
  }
}
