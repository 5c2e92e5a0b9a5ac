package io.hydrant.server;

import com.typesafe.config.Config;
import io.hydrant.server.tracing.TraceSettings;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the settings of the collector of spans. */
final class TraceConfigReader {
  private static final Pattern ENDPOINT =
      Pattern.compile("https?://[a-zA-Z0-9.\\[\\]:-]+(/[a-zA-Z0-9._~%/-]*)?");

  private TraceConfigReader() {}

  /** Returns the collector's settings; empty where no spans are sent. */
  static Optional<TraceSettings> traces(Config hydrant) throws NodeStartException {
    Optional<String> endpoint = ConfigReader.text(hydrant, "traces.endpoint");
    ConfigReader.check(
        endpoint.stream().allMatch(text -> ENDPOINT.matcher(text).matches()),
        "hydrant.traces.endpoint must be like http://127.0.0.1:4318/v1/traces, not "
            + endpoint.orElse("")
            + ".");
    double ratio = hydrant.getDouble("traces.ratio");
    ConfigReader.check(
        ratio >= 0 && ratio <= 1, "hydrant.traces.ratio must be from 0 to 1, not " + ratio + ".");
    return endpoint.map(
        text -> new TraceSettings(URI.create(text), ratio, hydrant.getString("traces.service")));
  }
}
