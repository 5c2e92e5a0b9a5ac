package io.hydrant.delivery.processing;

import io.hydrant.core.id.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Batches of tests. */
public final class Batches {
  public static final Instant ARRIVED = Instant.parse("2026-11-28T01:02:03.456Z");

  private Batches() {}

  /** Returns records with the ids r0, r1 and so on. */
  public static List<PipelineRecord> of(String... texts) {
    List<PipelineRecord> batch = new ArrayList<>();
    for (String text : texts) {
      batch.add(PipelineRecord.of("r" + batch.size(), ARRIVED, Bytes.ofUtf8(text)));
    }
    return batch;
  }

  /** Returns the records by their ids. */
  static Map<String, PipelineRecord> identified(List<PipelineRecord> batch) {
    Map<String, PipelineRecord> identified = new LinkedHashMap<>();
    batch.forEach(each -> identified.put(each.recordId(), each));
    return identified;
  }

  public static List<String> texts(Processed processed) {
    return processed.records().stream().map(each -> text(each.data())).toList();
  }

  static String text(Bytes bytes) {
    return new String(bytes.toArray(), StandardCharsets.UTF_8);
  }
}
