package io.hydrant.server;

import io.hydrant.http.auth.AuthenticationConfig;
import io.hydrant.replay.audit.AuditTrail;
import io.hydrant.runtime.clock.ServiceClock;
import io.hydrant.runtime.fault.FaultInjector;
import io.hydrant.server.metrics.Metrics;
import io.hydrant.server.tracing.Traces;

/** The parts of a node that outlive a restart of its runtime. */
record NodeParts(
    Settings settings,
    DataFolder folder,
    NodeS3 s3,
    AuthenticationConfig authentication,
    ServiceClock clock,
    FaultInjector faults,
    AuditTrail audit,
    Metrics metrics,
    Traces traces) {}
