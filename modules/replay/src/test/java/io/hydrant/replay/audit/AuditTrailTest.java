package io.hydrant.replay.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.call.CallContext;
import io.hydrant.api.json.Json;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.fault.Fault;
import io.hydrant.core.id.Caller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTrailTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  @TempDir Path folder;

  private static final JsonNode PARAMETERS = Json.object().put("DeliveryStreamName", "orders");
  private static final ServiceError ERROR =
      new ServiceError("InvalidKMSResourceException", "The key is disabled.");

  private static CallContext call(int number) {
    return new CallContext(
        "request-" + number,
        Optional.empty(),
        Fault.Service.FIREHOSE,
        "PutRecord",
        Optional.of(Caller.root("000000000000", "us-east-1")),
        List.of("orders"),
        0);
  }

  @Test
  void a_refused_call_is_read_as_it_was_recorded() {
    try (AuditTrail trail = new AuditTrail(new FolderAudit(folder, 100_000), () -> NOW)) {
      trail.record(call(1), PARAMETERS, ERROR);
    }
    assertThat(FolderAudit.list(folder))
        .containsExactly(AuditEntry.of(NOW, call(1), PARAMETERS, ERROR));
    AuditEntry entry = FolderAudit.list(folder).get(0);
    assertThat(entry.concernsStream("000000000000", "us-east-1", "orders")).isTrue();
    assertThat(entry.concernsStream("000000000000", "us-east-1", "others")).isFalse();
  }

  @Test
  void the_oldest_make_room_for_the_newest() throws IOException {
    int bytesMax = 20_000;
    try (AuditTrail trail = new AuditTrail(new FolderAudit(folder, bytesMax), () -> NOW)) {
      for (int number = 0; number < 1_000; number++) {
        trail.record(call(number), PARAMETERS, ERROR);
      }
    }
    List<AuditEntry> kept = FolderAudit.list(folder);
    assertThat(kept).hasSizeBetween(20, 200);
    assertThat(kept.get(kept.size() - 1).requestId()).isEqualTo("request-999");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.mapToLong(file -> file.toFile().length()).sum())
          .isLessThanOrEqualTo(bytesMax);
    }
  }

  @Test
  void a_line_that_a_crash_cut_short_is_passed_over() throws IOException {
    try (AuditTrail trail = new AuditTrail(new FolderAudit(folder, 100_000), () -> NOW)) {
      trail.record(call(1), PARAMETERS, ERROR);
    }
    Path file = folder.resolve("refused-calls.jsonl");
    Files.writeString(file, Files.readString(file) + "{\"at\":\"2026-01");
    assertThat(FolderAudit.list(folder)).hasSize(1);
  }

  @Test
  void no_room_keeps_nothing() {
    try (AuditTrail trail = new AuditTrail(new FolderAudit(folder.resolve("none"), 0), () -> NOW)) {
      trail.record(call(1), PARAMETERS, ERROR);
    }
    assertThat(FolderAudit.list(folder.resolve("none"))).isEmpty();
  }
}
