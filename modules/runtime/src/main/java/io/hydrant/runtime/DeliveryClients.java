package io.hydrant.runtime;

import io.hydrant.delivery.ObjectStore;
import io.hydrant.delivery.lambda.LambdaFunctions;
import io.hydrant.delivery.schema.TableCatalog;
import io.hydrant.runtime.fault.FaultInjectingLambdaFunctions;
import io.hydrant.runtime.fault.FaultInjectingObjectStore;
import io.hydrant.runtime.fault.FaultInjectingTables;
import io.hydrant.runtime.fault.FaultInjector;
import io.hydrant.runtime.metrics.InstrumentedObjectStore;

/** The services that deliveries call. */
public record DeliveryClients(ObjectStore store, LambdaFunctions functions, TableCatalog tables) {
  /** Returns the same services, measured and with the faults on demand. */
  DeliveryClients decorated(RuntimeSettings settings) {
    FaultInjector faults = settings.faults();
    return new DeliveryClients(
        new InstrumentedObjectStore(
            new FaultInjectingObjectStore(store, faults), settings.meters(), settings.spans()),
        new FaultInjectingLambdaFunctions(functions, faults),
        new FaultInjectingTables(tables, faults));
  }
}
