package io.hydrant.server;

import io.hydrant.delivery.lambda.FunctionPlaces;
import io.hydrant.delivery.lambda.HttpLambdaFunctions;
import io.hydrant.runtime.DeliveryClients;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/** The services that a node's deliveries call. */
final class NodeDelivery {
  private NodeDelivery() {}

  static DeliveryClients clients(NodeS3 s3, FunctionPlaces functions, NodeTables tables) {
    return new DeliveryClients(
        s3.store(),
        new HttpLambdaFunctions(
            functions,
            DefaultCredentialsProvider.builder().build(),
            HttpLambdaFunctions.TIME_LIMIT),
        tables.catalog());
  }
}
