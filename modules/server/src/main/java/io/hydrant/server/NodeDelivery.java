package io.hydrant.server;

import io.hydrant.delivery.DeliveryClients;
import io.hydrant.delivery.lambda.LambdaFailure;

/** The services that a node's deliveries call. */
final class NodeDelivery {
  private NodeDelivery() {}

  static DeliveryClients clients(NodeS3 s3, NodeTables tables) {
    return new DeliveryClients(
        s3.store(),
        (function, role, event) -> {
          throw LambdaFailure.resourceNotFound(function);
        },
        tables.catalog());
  }
}
