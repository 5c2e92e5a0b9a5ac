package io.hydrant.server.metrics;

import io.hydrant.api.call.CallMetrics;
import io.hydrant.http.admin.AdminPages;
import io.hydrant.runtime.cluster.Membership;
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

/** What the node does, in Prometheus's form at {@code /_hydrant/metrics}. */
public final class Metrics implements CallMetrics, RuntimeMetrics, AdminPages {
  private static final String PATH = "/_hydrant/metrics";

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final ApiCallMetrics calls = new ApiCallMetrics(registry);
  private final EntityMetrics entities;

  /**
   * @param clock the service's
   * @param membership empty while the node does not work
   */
  public Metrics(Supplier<Instant> clock, Supplier<Optional<Membership>> membership) {
    entities = new EntityMetrics(registry, clock);
    var unused = new ClusterMetrics(registry, membership);
    JvmMetrics.builder().register(registry);
  }

  @Override
  public void answered(String service, String operation, String outcome, long nanos) {
    calls.answered(service, operation, outcome, nanos);
  }

  @Override
  public void kmsCall(String operation, String outcome, long nanos) {
    calls.kmsCall(operation, outcome, nanos);
  }

  @Override
  public void objectWritten(String outcome, long bytes, long nanos) {
    calls.objectWritten(outcome, bytes, nanos);
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
