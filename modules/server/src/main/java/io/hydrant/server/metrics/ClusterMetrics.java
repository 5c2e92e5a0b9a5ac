package io.hydrant.server.metrics;

import io.hydrant.api.port.ClusterView;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The cluster as this node sees it. */
final class ClusterMetrics {
  /**
   * @param cluster empty while the node takes no calls
   */
  ClusterMetrics(PrometheusRegistry registry, Supplier<Optional<ClusterView>> cluster) {
    GaugeWithCallback.builder()
        .name("hydrant_ready")
        .help("1 where this node takes calls.")
        .callback(to -> to.call(cluster.get().filter(ClusterView::ready).isPresent() ? 1 : 0))
        .register(registry);
    GaugeWithCallback.builder()
        .name("hydrant_cluster_members")
        .help("Nodes of the cluster by status.")
        .labelNames("status")
        .callback(
            to ->
                nodes(cluster).stream()
                    .collect(
                        Collectors.groupingBy(
                            ClusterView.Member::status, Collectors.summingDouble(node -> 1)))
                    .forEach((status, count) -> to.call(count, status)))
        .register(registry);
    GaugeWithCallback.builder()
        .name("hydrant_cluster_unreachable_members")
        .help("Nodes of the cluster that this one or another cannot reach.")
        .callback(
            to ->
                to.call((double) nodes(cluster).stream().filter(node -> !node.reachable()).count()))
        .register(registry);
  }

  private static List<ClusterView.Member> nodes(Supplier<Optional<ClusterView>> cluster) {
    return cluster.get().map(ClusterView::members).orElse(List.of());
  }
}
