package io.hydrant.server;

import io.hydrant.delivery.DeliveryClients;
import io.hydrant.delivery.lambda.LambdaFailure;
import io.hydrant.delivery.schema.InvalidSchemaException;

/** The services that a node's deliveries call. */
final class NodeDelivery {
  private NodeDelivery() {}

  static DeliveryClients clients(NodeS3 s3) {
    return new DeliveryClients(
        s3.store(),
        (function, role, event) -> {
          throw LambdaFailure.resourceNotFound(function);
        },
        table -> {
          throw new InvalidSchemaException("There is no table " + table.table() + ".");
        });
  }
}
