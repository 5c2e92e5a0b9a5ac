package io.hydrant.api.port;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The nodes that work together, as the admin routes show them. */
public interface ClusterView {
  /**
   * A node.
   *
   * @param address {@code HOST:PORT} for the other nodes
   * @param status for example {@code Up}
   * @param self whether it is the one that answers
   */
  record Member(String address, String status, boolean reachable, boolean self) {}

  /** Whether this node works. */
  boolean ready();

  List<Member> members();

  /** Completes when the others know of this node's clock and faults. */
  CompletionStage<?> share();

  /** A node that always works, with no others. */
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
      public CompletionStage<?> share() {
        return CompletableFuture.completedFuture(List.of());
      }
    };
  }
}
