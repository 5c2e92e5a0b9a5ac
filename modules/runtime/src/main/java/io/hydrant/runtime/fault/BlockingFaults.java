package io.hydrant.runtime.fault;

import io.hydrant.delivery.DeliveryException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/** Waits for faults on threads that may block. */
final class BlockingFaults {
  private BlockingFaults() {}

  /**
   * Waits for a result.
   *
   * @throws DeliveryException where the node stops meanwhile
   */
  static <T> T await(CompletionStage<T> stage) throws ExecutionException {
    try {
      return stage.toCompletableFuture().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeliveryException("The node stops; the work is repeated after its start.", e);
    }
  }
}
