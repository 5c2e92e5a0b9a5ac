package io.hydrant.server.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Sends spans by OTLP in the background. Where they cannot be sent in time, they are lost. */
final class Collector {
  /** Names that clients give may have any length. */
  private static final int VALUE_CHARS_MAX = 2_048;

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final TraceSettings settings;

  Collector(TraceSettings settings) {
    this.settings = settings;
  }

  Traces traces(String instance) {
    OtlpHttpSpanExporter exporter =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(settings.endpoint().toString())
            .setTimeout(PATIENCE)
            .build();
    SdkTracerProvider provider =
        SdkTracerProvider.builder()
            .setResource(
                Resource.getDefault()
                    .merge(
                        Resource.create(
                            Attributes.of(
                                AttributeKey.stringKey("service.name"),
                                settings.service(),
                                AttributeKey.stringKey("service.instance.id"),
                                instance))))
            .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(settings.ratio())))
            .setSpanLimits(SpanLimits.builder().setMaxAttributeValueLength(VALUE_CHARS_MAX).build())
            .addSpanProcessor(
                BatchSpanProcessor.builder(
                        new LossReportingSpanExporter(exporter, settings.endpoint()))
                    .setScheduleDelay(PAUSE)
                    .setExporterTimeout(PATIENCE)
                    .build())
            .build();
    Tracer tracer = provider.get("io.hydrant");
    return new Traces(
        new CallSpans(tracer),
        new RuntimeSpans(tracer),
        () -> provider.shutdown().join(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
  }
}
