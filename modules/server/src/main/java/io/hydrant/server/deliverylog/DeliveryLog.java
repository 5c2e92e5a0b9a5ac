package io.hydrant.server.deliverylog;

import io.hydrant.core.buffer.OutputPlace;
import io.hydrant.core.destination.ErrorLog;
import io.hydrant.core.destination.Processing;
import io.hydrant.core.destination.Processor;
import io.hydrant.core.stream.DeliveryView;
import io.hydrant.delivery.report.ConvertedBatch;
import io.hydrant.delivery.report.DeliveryObserver;
import io.hydrant.delivery.report.FailedBatch;
import io.hydrant.delivery.report.ProcessedBatch;
import io.hydrant.delivery.report.ReportedFailure;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the errors of streams whose {@code CloudWatchLoggingOptions} are enabled to the node's
 * log: the log group, the log stream, and the line that Firehose writes to CloudWatch Logs. No line
 * contains data of records.
 */
public final class DeliveryLog implements DeliveryObserver {
  /** The name of the logger, by which the lines can be found. */
  public static final String LOGGER = "io.hydrant.delivery-log";

  private final Consumer<String> out;
  private final LineBudget budget;

  /**
   * @param out takes the lines
   * @param clock the real time
   */
  DeliveryLog(Consumer<String> out, InstantSource clock) {
    this.out = out;
    this.budget = new LineBudget(clock);
  }

  /**
   * Returns the metrics and, where it is on, a log whose lines are warnings of the node's log.
   *
   * @param isOn the setting {@code hydrant.delivery-log}
   */
  public static DeliveryObserver with(DeliveryObserver metrics, boolean isOn) {
    Logger logger = LoggerFactory.getLogger(LOGGER);
    return isOn
        ? DeliveryObserver.all(
            List.of(metrics, new DeliveryLog(logger::warn, InstantSource.system())))
        : metrics;
  }

  @Override
  public void processed(DeliveryView stream, ProcessedBatch batch) {
    batch
        .failures()
        .keySet()
        .forEach(failure -> write(stream, failure, function(stream, batch.processor())));
  }

  @Override
  public void processingFailed(DeliveryView stream, FailedBatch batch) {
    write(stream, batch.failure(), function(stream, batch.processor()));
  }

  @Override
  public void deliveryFailed(DeliveryView stream, OutputPlace.Kind place, ReportedFailure failure) {
    Optional<ErrorLog> log =
        place == OutputPlace.Kind.BACKUP
            ? ErrorLog.ofBackup(stream.destination())
            : ErrorLog.of(stream.destination());
    log.ifPresent(to -> write(to, stream, failure, Optional.empty()));
  }

  @Override
  public void converted(DeliveryView stream, ConvertedBatch batch) {
    batch.failures().keySet().forEach(failure -> write(stream, failure, Optional.empty()));
  }

  private static Optional<String> function(DeliveryView stream, String processor) {
    return Processing.of(stream.destination())
        .lambda()
        .filter(step -> processor.equals(Processor.LAMBDA))
        .map(Processing.LambdaStep::functionArn);
  }

  private void write(DeliveryView stream, ReportedFailure failure, Optional<String> function) {
    ErrorLog.of(stream.destination()).ifPresent(log -> write(log, stream, failure, function));
  }

  private void write(
      ErrorLog log, DeliveryView stream, ReportedFailure failure, Optional<String> function) {
    String name = printable(log.group()) + " " + printable(log.stream());
    if (budget.admits(stream.arn() + " " + name + " " + failure.code())) {
      out.accept(name + " " + DeliveryLogLine.of(stream, log.bucketArn(), failure, function));
    }
  }

  /** A name in a configuration must not begin a new line of the log. */
  private static String printable(String name) {
    return name.replaceAll("\\p{Cntrl}", "?");
  }
}
