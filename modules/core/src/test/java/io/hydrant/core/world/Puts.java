package io.hydrant.core.world;

import io.hydrant.core.buffer.AppendResult;
import io.hydrant.core.buffer.BufferCommand;
import io.hydrant.core.buffer.BufferingPolicy;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.stream.Admission;
import io.hydrant.core.stream.DescribeDeliveryStream;
import io.hydrant.core.stream.EncryptionStatus;
import io.hydrant.core.stream.KeyEpoch;
import io.hydrant.core.stream.PutRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Puts on their way: the stream admits, KMS opens the data key, the buffer stores. */
final class Puts {
  /** Records are said to be large, so that buffers become due, and full, by their size too. */
  private static final long RECORD_BYTES = 1 << 20;

  private static final long PENDING_BYTES_MAX = 12 * RECORD_BYTES;

  private final World world;
  private final DataKeys keys;
  private final List<Flight> flights = new ArrayList<>();
  private int asked;

  private record Flight(int put, String stream, Admission admission, int records) {}

  Puts(World world) {
    this.world = world;
    this.keys = new DataKeys(world);
  }

  void put(String stream, int records, boolean slow) {
    admit(++asked, stream, records);
    if (!slow) {
      store(flights.size() - 1);
    }
  }

  private void admit(int put, String stream, int records) {
    Reply<Admission> admitted = world.stream(stream).ask(new PutRecord(), world.now());
    admitted.fold(
        admission -> {
          world.observe(new Observed.Admitted(put, stream));
          return flights.add(new Flight(put, stream, seen(stream, admission), records));
        },
        error -> refused(put, error));
  }

  private Admission seen(String stream, Admission admission) {
    boolean failed =
        world.stream(stream)
            .ask(new DescribeDeliveryStream(), world.now())
            .fold(
                view -> view.encryption().status() == EncryptionStatus.ENABLING_FAILED,
                error -> false);
    return failed && world.sabotaged(Sabotage.DROPS_THE_KEY_OF_A_FAILED_CHANGE)
        ? new Admission(
            admission.generation(), Optional.empty(), admission.buffering(), Optional.empty())
        : admission;
  }

  /** The key is there; the record is not stored yet. */
  void open(int which) {
    if (!flights.isEmpty()) {
      Flight flight = flights.get(which % flights.size());
      flight
          .admission()
          .sealedUnder()
          .ifPresent(epoch -> keys.opened(flight.stream(), flight.admission().generation(), epoch));
    }
  }

  void store(int which) {
    if (flights.isEmpty()) {
      return;
    }
    Flight flight = flights.remove(Math.floorMod(which, flights.size()));
    Optional<KeyEpoch> epoch = flight.admission().sealedUnder();
    Reply<Optional<String>> key =
        epoch
            .map(
                under ->
                    keys.opened(flight.stream(), flight.admission().generation(), under)
                        .map(Optional::of))
            .orElseGet(() -> Reply.success(Optional.empty()));
    key.fold(opened -> append(flight, opened), error -> refused(flight.put(), error));
  }

  private boolean append(Flight flight, Optional<String> key) {
    Admission admission = flight.admission();
    var buffer = world.buffer(flight.stream(), admission.generation());
    long first = buffer.ask(new BufferCommand.NextPosition(), world.now()).fold(p -> p, r -> -1L);
    int epoch = admission.sealedUnder().map(KeyEpoch::number).orElse(0);
    List<Bytes> stored =
        IntStream.range(0, flight.records())
            .mapToObj(i -> sealed(key, epoch, first + i, "put-" + flight.put() + "/" + i))
            .toList();
    BufferingPolicy policy =
        new BufferingPolicy(
            admission.buffering().sizeInMBs() * RECORD_BYTES,
            admission.buffering().intervalInSeconds());
    Reply<AppendResult> written =
        buffer.ask(
            new BufferCommand.AppendRecords(
                first,
                epoch,
                stored,
                stored.size() * RECORD_BYTES,
                policy,
                Optional.empty(),
                PENDING_BYTES_MAX),
            world.now());
    return written.fold(
        result -> {
          if (result instanceof AppendResult.EpochFenced) {
            return again(flight);
          }
          world.observe(
              new Observed.Stored(
                  flight.put(), flight.stream(), admission.generation(), first, epoch, stored));
          boolean wrong = world.sabotaged(Sabotage.ANSWERS_ENCRYPTED_WRONGLY);
          world.observe(new Observed.Answered(flight.put(), Observed.OK, (epoch != 0) ^ wrong));
          return true;
        },
        error -> refused(flight.put(), error));
  }

  private Bytes sealed(Optional<String> key, int epoch, long position, String payload) {
    return key.filter(sealing -> !world.sabotaged(Sabotage.STORES_IN_CLEAR))
        .map(sealing -> Envelope.seal(sealing, epoch, position, payload))
        .orElseGet(() -> Bytes.ofUtf8(payload));
  }

  /** The key was superseded on the way: the stream is asked again. */
  private boolean again(Flight flight) {
    int before = flights.size();
    admit(flight.put(), flight.stream(), flight.records());
    if (flights.size() > before) {
      store(before);
    }
    return true;
  }

  private boolean refused(int put, ServiceError refusal) {
    world.observe(new Observed.Answered(put, refusal.code(), false));
    return false;
  }

  void storeAll() {
    while (!flights.isEmpty()) {
      store(0);
    }
  }

  void crash() {
    flights.forEach(
        flight -> world.observe(new Observed.Answered(flight.put(), Observed.UNKNOWN, false)));
    flights.clear();
    keys.crash();
  }
}
