package io.hydrant.http.admin;

import io.hydrant.api.call.AuditLog;
import io.hydrant.api.call.CallInterceptor;
import io.hydrant.api.call.CallMetrics;
import io.hydrant.api.port.ClockControl;
import io.hydrant.api.port.ClusterView;
import io.hydrant.api.port.FaultControl;
import io.hydrant.api.port.FlushControl;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * What the admin routes can do, and who receives reports of answered and of refused calls.
 *
 * @param cluster this node and the others
 * @param reset forgets all state; empty where it is switched off
 * @param flush delivers what is buffered
 * @param forms whether the pages may operate the clock and the faults
 * @param watch surrounds calls
 */
public record AdminPorts(
    ClusterView cluster,
    Optional<Supplier<CompletionStage<?>>> reset,
    ClockControl clock,
    FaultControl faults,
    FlushControl flush,
    boolean forms,
    AdminPages pages,
    AuditLog refusals,
    CallMetrics meter,
    CallInterceptor watch) {}
