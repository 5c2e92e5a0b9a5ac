package io.hydrant.server.tracing;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.URI;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs once that spans are lost, and once that the collector takes them again. */
final class LossReportingSpanExporter implements SpanExporter {
  private static final Logger LOG = LoggerFactory.getLogger(LossReportingSpanExporter.class);

  /** The library logs stack traces to the JDK's log. A field, because the JDK forgets loggers. */
  private static final java.util.logging.Logger LIBRARY =
      java.util.logging.Logger.getLogger("io.opentelemetry");

  private final SpanExporter exporter;
  private final URI endpoint;
  private final AtomicBoolean lost = new AtomicBoolean();

  LossReportingSpanExporter(SpanExporter exporter, URI endpoint) {
    LIBRARY.setLevel(Level.OFF);
    this.exporter = exporter;
    this.endpoint = endpoint;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    CompletableResultCode result = exporter.export(spans);
    return result.whenComplete(() -> report(result.isSuccess()));
  }

  private void report(boolean exported) {
    if (!lost.compareAndSet(exported, !exported)) {
      return;
    }
    if (exported) {
      LOG.info("The collector at {} takes spans again", endpoint);
    } else {
      LOG.warn("The collector at {} does not take spans: traces are lost meanwhile", endpoint);
    }
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }
}
