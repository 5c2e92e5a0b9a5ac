package io.hydrant.api.port;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The nodes of the cluster, as the admin routes show them. */
public interface ClusterView {
  /**
   * A node.
   *
   * @param address {@code HOST:PORT} for the other nodes
   * @param status the member's status, for example {@code Up}
   * @param reachable whether this node reaches it
   * @param self whether it is this node
   */
  record Member(String address, String status, boolean reachable, boolean self) {}

  /** Returns whether this node takes calls. */
  boolean ready();

  List<Member> members();

  /** Completes when the other nodes have this node's clock and faults. */
  CompletionStage<?> replicate();

  /** Returns a node that is always ready and has no others. */
  static ClusterView alone() {
    return new ClusterView() {
      @Override
      public boolean ready() {
        return true;
      }

      @Override
      public List<Member> members() {
        return List.of();
      }

      @Override
      public CompletionStage<?> replicate() {
        return CompletableFuture.completedFuture(List.of());
      }
    };
  }
}
