package io.hydrant.runtime.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSelection;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.javadsl.Adapter;

/** Other nodes, of which each is a probe in the test's own actor system. */
final class ProbedPeers implements ClusterPeers {
  private final ActorTestKit kit;
  private final List<ActorSelection> others = new ArrayList<>();
  private Optional<ActorSelection> oldest = Optional.empty();

  ProbedPeers(ActorTestKit kit) {
    this.kit = kit;
  }

  TestProbe<ClusterMessage> join() {
    TestProbe<ClusterMessage> probe = kit.createTestProbe();
    others.add(select(probe.getRef().path().toString()));
    return probe;
  }

  TestProbe<ClusterMessage> joinAsOldest() {
    TestProbe<ClusterMessage> probe = kit.createTestProbe();
    oldest = Optional.of(select(probe.getRef().path().toString()));
    return probe;
  }

  /** Sends a message from another node to this node's actor. */
  void send(String actor, ClusterMessage message) {
    select("/system/" + actor).tell(message, ActorRef.noSender());
  }

  private ActorSelection select(String path) {
    return Adapter.toClassic(kit.system()).actorSelection(path);
  }

  @Override
  public List<ActorSelection> others(String actor) {
    return others;
  }

  @Override
  public Optional<ActorSelection> oldest(String actor) {
    return oldest;
  }
}
