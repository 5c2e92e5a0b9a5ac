package io.hydrant.server.metrics;

import io.hydrant.runtime.cluster.Membership;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The cluster as this node sees it. */
final class ClusterMetrics {
  /**
   * @param membership empty while the node does not work
   */
  ClusterMetrics(PrometheusRegistry registry, Supplier<Optional<Membership>> membership) {
    GaugeWithCallback.builder()
        .name("hydrant_ready")
        .help("1 where this node takes calls.")
        .callback(to -> to.call(membership.get().filter(Membership::isUp).isPresent() ? 1 : 0))
        .register(registry);
    GaugeWithCallback.builder()
        .name("hydrant_cluster_members")
        .help("Nodes of the cluster by status.")
        .labelNames("status")
        .callback(
            to ->
                nodes(membership).stream()
                    .collect(
                        Collectors.groupingBy(
                            Membership.Node::status, Collectors.summingDouble(node -> 1)))
                    .forEach((status, count) -> to.call(count, status)))
        .register(registry);
    GaugeWithCallback.builder()
        .name("hydrant_cluster_unreachable_members")
        .help("Nodes of the cluster that this one or another cannot reach.")
        .callback(
            to ->
                to.call(
                    (double) nodes(membership).stream().filter(node -> !node.reachable()).count()))
        .register(registry);
  }

  private static List<Membership.Node> nodes(Supplier<Optional<Membership>> membership) {
    return membership.get().map(Membership::nodes).orElse(List.of());
  }
}
