package io.hydrant.http.admin;

import io.hydrant.api.port.ClockControl;
import io.hydrant.api.port.ClusterView;
import io.hydrant.api.port.FaultControl;
import io.hydrant.api.port.FlushControl;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * The parts of the node that the admin routes operate and show.
 *
 * @param cluster this node and the others
 * @param reset deletes all state; empty where it is switched off
 * @param flush delivers buffered records
 * @param forms whether the pages may operate the clock and the faults
 * @param pages further pages below {@code /_hydrant/}
 */
public record AdminPorts(
    ClusterView cluster,
    Optional<Supplier<CompletionStage<?>>> reset,
    ClockControl clock,
    FaultControl faults,
    FlushControl flush,
    boolean forms,
    AdminPages pages) {}
