package io.hydrant.delivery;

import io.hydrant.delivery.lambda.LambdaFunctions;
import io.hydrant.delivery.schema.TableCatalog;

/** The services that deliveries call. */
public record DeliveryClients(ObjectStore store, LambdaFunctions functions, TableCatalog tables) {}
