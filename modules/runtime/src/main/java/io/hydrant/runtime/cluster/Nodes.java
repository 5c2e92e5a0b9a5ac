package io.hydrant.runtime.cluster;

import io.hydrant.api.port.ClusterView;
import io.hydrant.runtime.clock.ServiceClock;
import io.hydrant.runtime.fault.FaultInjector;
import io.hydrant.runtime.storage.ClusterLock;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.typed.ActorSystem;

/** The nodes of the cluster, and the state that they share. */
public final class Nodes implements ClusterView {
  private final Membership membership;
  private final SharedClusterState state;

  private Nodes(Membership membership, SharedClusterState state) {
    this.membership = membership;
    this.state = state;
  }

  /**
   * Returns once this node is a member and has the state that the nodes share.
   *
   * @throws TimeoutException where the cluster does not take the node in
   */
  public static Nodes join(
      ActorSystem<?> system,
      ClusterSettings settings,
      FaultInjector faults,
      ServiceClock clock,
      ClusterLock lock)
      throws TimeoutException, InterruptedException {
    Membership membership = Membership.join(system, settings, lock, Membership.Pauses.DEFAULT);
    if (!settings.isAlone()) {
      TerminationWatchdog.watch(system);
    }
    SharedClusterState state = SharedClusterState.start(system, membership, clock, faults);
    state.replicate().join();
    Reachability.watch(system, state::replicate);
    FaultArbiter.start(system, membership, state, faults);
    return new Nodes(membership, state);
  }

  @Override
  public boolean ready() {
    return membership.isUp();
  }

  @Override
  public List<Member> members() {
    return membership.nodes();
  }

  @Override
  public CompletionStage<?> replicate() {
    return state.replicate();
  }
}
