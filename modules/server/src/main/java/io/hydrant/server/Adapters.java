package io.hydrant.server;

import io.hydrant.api.port.ClockControl;
import io.hydrant.api.port.ClusterView;
import io.hydrant.api.port.FaultControl;
import io.hydrant.api.port.FirehoseApi;
import io.hydrant.api.port.FlushControl;
import io.hydrant.api.port.KmsApi;
import io.hydrant.http.auth.identity.Sealing;
import io.hydrant.replay.JournalView;
import io.hydrant.replay.audit.AuditEntry;
import io.hydrant.replay.audit.AuditTrail;
import io.hydrant.runtime.ActorRuntime;
import io.hydrant.runtime.buffer.Flush;
import io.hydrant.runtime.clock.ServiceClock;
import io.hydrant.runtime.crypto.Sealer;
import io.hydrant.runtime.fault.FaultInjector;
import io.hydrant.runtime.journal.JournalReader;
import io.hydrant.runtime.kms.KmsDependencies;
import io.hydrant.runtime.kms.KmsGateway;
import io.hydrant.runtime.kms.RootKey;
import io.hydrant.runtime.stream.FirehoseDependencies;
import io.hydrant.runtime.stream.FirehoseGateway;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** The runtime's side of what the door needs: the two do not know each other. */
final class Adapters {
  private Adapters() {}

  static final class Firehose extends FirehoseGateway implements FirehoseApi {
    Firehose(FirehoseDependencies parts) {
      super(parts);
    }
  }

  static final class Kms extends KmsGateway implements KmsApi {
    Kms(KmsDependencies parts) {
      super(parts);
    }
  }

  static final class Clock extends ServiceClock implements ClockControl {}

  static final class Sessions extends Sealer implements Sealing {
    private static final String PURPOSE = "session tokens";

    Sessions(RootKey rootKey) {
      super(rootKey.derive(PURPOSE), PURPOSE);
    }
  }

  static final class FaultsOnDemand extends FaultInjector implements FaultControl {
    FaultsOnDemand(ServiceClock clock) {
      super(clock);
    }
  }

  static final class Cluster implements ClusterView {
    private final ActorRuntime engine;

    Cluster(ActorRuntime engine) {
      this.engine = engine;
    }

    @Override
    public boolean ready() {
      return engine.nodes().membership().isUp();
    }

    @Override
    public List<Member> members() {
      return engine.nodes().membership().nodes().stream()
          .map(node -> new Member(node.address(), node.status(), node.reachable(), node.self()))
          .toList();
    }

    @Override
    public CompletionStage<?> share() {
      return engine.nodes().bulletins().share();
    }
  }

  static FlushControl flush(ActorRuntime engine) {
    Flush flush = new Flush(engine.firehose().buffers(), engine.journal());
    return stream ->
        flush
            .deliver(stream)
            .thenApply(
                all ->
                    all.stream()
                        .map(
                            each ->
                                new FlushControl.Flushed(
                                    each.stream().toString(), each.records(), each.left()))
                        .toList());
  }

  static final class Journal implements JournalView {
    private final JournalReader reader;
    private final AuditTrail audit;

    Journal(JournalReader reader, AuditTrail audit) {
      this.reader = reader;
      this.audit = audit;
    }

    @Override
    public List<AuditEntry> refusedCalls() {
      return audit.entries();
    }

    @Override
    public CompletionStage<List<String>> entities() {
      return Patience.with(reader.entities());
    }

    @Override
    public Stream<Happened> history(String entity) {
      return reader
          .history(entity)
          .map(each -> new Happened(entity, each.number(), each.event(), each.metadata()));
    }
  }
}
