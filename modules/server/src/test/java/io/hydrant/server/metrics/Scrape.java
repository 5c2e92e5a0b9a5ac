package io.hydrant.server.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** What a Prometheus server reads of a registry. */
record Scrape(PrometheusRegistry registry) {
  /** Returns the lines of series, without comments. */
  List<String> lines() {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(text, registry.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString(UTF_8).lines().filter(line -> !line.startsWith("#")).toList();
  }

  /** Returns the sum and the count of one of Firehose's metrics, for example {@code 3.0 of 2}. */
  String metric(String name, String stream) {
    String labels = "{metric=\"" + name + "\",region=\"us-east-1\",stream=\"" + stream + "\"} ";
    return value("hydrant_firehose_metric_sum" + labels)
        + " of "
        + value("hydrant_firehose_metric_count" + labels);
  }

  private String value(String series) {
    return lines().stream()
        .filter(line -> line.startsWith(series))
        .map(line -> line.substring(series.length()))
        .findFirst()
        .orElse("none");
  }
}
