package io.hydrant.delivery.processing;

import io.hydrant.core.destination.Processor;
import java.util.ArrayList;
import java.util.List;

/** Lets records of a batch fail on demand; the processor gets the others. */
record FailedPart(String processorType, ProcessorFaults.Failure failure) {
  Processed process(List<PipelineRecord> records, int attempt, Pipeline processor)
      throws BatchFailure {
    List<PipelineRecord> others = new ArrayList<>();
    List<RecordFailure> failures = new ArrayList<>();
    for (int place = 0; place < records.size(); place++) {
      if (failure.places().test(place)) {
        failures.add(
            new RecordFailure(
                records.get(place), type(), failure.code(), failure.message(), attempt));
      } else {
        others.add(records.get(place));
      }
    }
    if (others.isEmpty()) {
      return new Processed(List.of(), failures);
    }
    Processed processed = processor.process(others, attempt);
    failures.addAll(processed.failures());
    return new Processed(processed.records(), failures);
  }

  private String type() {
    return switch (processorType) {
      case Processor.DECOMPRESSION, Processor.CLOUD_WATCH_LOGS -> Decompression.FAILURE_TYPE;
      default -> RecordFailure.PROCESSING;
    };
  }
}
