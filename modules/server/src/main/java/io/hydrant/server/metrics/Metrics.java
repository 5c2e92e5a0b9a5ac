package io.hydrant.server.metrics;

import io.hydrant.api.call.CallInterceptor;
import io.hydrant.api.port.ClusterView;
import io.hydrant.delivery.report.DeliveryObserver;
import io.hydrant.http.admin.AdminPages;
import io.hydrant.runtime.metrics.RuntimeMetrics;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/** The node's metrics, served in Prometheus's text format at {@code /_hydrant/metrics}. */
public final class Metrics implements RuntimeMetrics, AdminPages {
  private static final String PATH = "/_hydrant/metrics";

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Outcomes outcomes = new Outcomes();
  private final CallMetrics calls = new CallMetrics(registry, outcomes);
  private final OutboundMetrics outbound = new OutboundMetrics(registry, outcomes);
  private final FirehoseMetrics deliveries = new FirehoseMetrics(registry);
  private final EntityMetrics entities;

  /**
   * @param clock the service's clock
   * @param cluster empty while the node takes no calls
   */
  public Metrics(Supplier<Instant> clock, Supplier<Optional<ClusterView>> cluster) {
    entities = new EntityMetrics(registry, clock);
    var unusedLevels = new FirehoseLevels(registry, entities::buffersById, clock);
    var unused = new ClusterMetrics(registry, cluster);
    JvmMetrics.builder().register(registry);
  }

  /** Returns the interceptor that counts and times API calls. */
  public CallInterceptor calls() {
    return calls;
  }

  /** Returns the observer that counts deliveries. */
  public DeliveryObserver deliveries() {
    return deliveries;
  }

  @Override
  public void kmsCall(String operation, String outcome, long nanos) {
    outbound.kmsCall(operation, outcome, nanos);
  }

  @Override
  public void objectWritten(String outcome, long bytes, long nanos) {
    outbound.objectWritten(outcome, bytes, nanos);
  }

  @Override
  public void entityChanged(String kind, String entityId, Object state) {
    entities.lives(kind, entityId, state);
  }

  @Override
  public void entityStopped(String kind, String entityId) {
    entities.left(kind, entityId);
  }

  @Override
  public void allEntitiesStopped() {
    entities.allEntitiesStopped();
  }

  @Override
  public void journalWritten(String kind, boolean stored, long nanos) {
    entities.written(kind, stored, nanos);
  }

  @Override
  public Optional<CompletionStage<HttpResponse>> page(HttpRequest request) {
    return request.getUri().path().equals(PATH)
        ? Optional.of(CompletableFuture.completedFuture(answer()))
        : Optional.empty();
  }

  private HttpResponse answer() {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(text, registry.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HttpResponse.create()
        .withEntity(
            HttpEntities.create(
                ContentTypes.parse("text/plain; version=0.0.4; charset=utf-8"),
                text.toByteArray()));
  }
}
