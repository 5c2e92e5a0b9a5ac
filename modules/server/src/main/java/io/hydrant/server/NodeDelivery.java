package io.hydrant.server;

import io.hydrant.delivery.lambda.FunctionPlaces;
import io.hydrant.delivery.lambda.HttpLambdaFunctions;
import io.hydrant.delivery.report.DeliveryObserver;
import io.hydrant.runtime.DeliveryClients;
import io.hydrant.server.deliverylog.DeliveryLog;
import io.hydrant.server.metrics.Metrics;
import java.util.List;
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

  /** Returns what hears of the deliveries. */
  static DeliveryObserver observer(LogSettings settings, Metrics metrics) {
    return settings.deliveries()
        ? DeliveryObserver.all(List.of(metrics.deliveries(), DeliveryLog.ofNode()))
        : metrics.deliveries();
  }
}
