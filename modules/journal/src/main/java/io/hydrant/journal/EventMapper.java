package io.hydrant.journal;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.hydrant.core.buffer.AppendedRecords;
import io.hydrant.core.buffer.Batch;
import io.hydrant.core.buffer.BufferEvent;
import io.hydrant.core.buffer.BufferingPolicy;
import io.hydrant.core.buffer.DeliveryFailure;
import io.hydrant.core.buffer.OutputPlace;
import io.hydrant.core.buffer.PendingRecords;
import io.hydrant.core.buffer.RecordBuffer;
import io.hydrant.core.buffer.S3ObjectLocation;
import io.hydrant.core.buffer.StagedRecords;
import io.hydrant.core.document.Document;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamName;
import io.hydrant.core.kms.KeyPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The JSON form of events: a record's components under their names, instants in ISO 8601. */
final class EventMapper {
  /**
   * Disables interning: clients choose the keys of tags and encryption contexts, and the JVM would
   * keep them in its string table. Jackson's own symbol table drops its names at 6,000.
   */
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();

  private EventMapper() {}

  static ObjectMapper create() {
    SimpleModule values =
        new SimpleModule()
            .addSerializer(Bytes.class, new BytesJson.Writer())
            .addDeserializer(Bytes.class, new BytesJson.Reader())
            .addSerializer(Document.class, new DocumentJson.Writer())
            .addDeserializer(Document.class, new DocumentJson.Reader<>(Document.class))
            .addDeserializer(
                Document.Structure.class, new DocumentJson.Reader<>(Document.Structure.class))
            .addSerializer(KeyPolicy.class, new KeyPolicyJson.Writer())
            .addDeserializer(KeyPolicy.class, new KeyPolicyJson.Reader())
            .setMixInAnnotation(Caller.class, WithoutEmptyCalledVia.class)
            .setMixInAnnotation(RecordBuffer.class, WithoutEmptyFailure.class)
            .setMixInAnnotation(Batch.class, WithoutEmptyPlace.class)
            .setMixInAnnotation(BufferEvent.RecordsAppended.class, WithoutEmptyProcessing.class)
            .setMixInAnnotation(StreamName.class, AsText.class)
            .setMixInAnnotation(AppendedRecords.class, WithRecordSizes.class)
            .setMixInAnnotation(PendingRecords.class, AsList.class);
    return JsonMapper.builder(FACTORY)
        .addModule(new Jdk8Module())
        .addModule(new JavaTimeModule())
        .addModule(values)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        // Components are the form; methods such as isActive() are not.
        .visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
        .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
        .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
        .build();
  }

  /** Writes a name as its text. */
  @SuppressWarnings("UnusedVariable")
  private abstract static class AsText {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    AsText(String value) {}

    @JsonValue
    abstract String value();
  }

  // The classes below describe others to Jackson; no code calls them.

  /** Omits empty fields: most callers have no forwarding service. */
  @SuppressWarnings("UnusedVariable")
  private abstract static class WithoutEmptyCalledVia {
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    Optional<Caller.Via> calledVia;

    /** Omits the request id, which is in the event's metadata. */
    @JsonIgnore Optional<String> requestId;
  }

  /** Omits the empty field: nodes of earlier builds read the snapshot of a buffer without it. */
  @SuppressWarnings("UnusedVariable")
  private abstract static class WithoutEmptyFailure {
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    Optional<DeliveryFailure> failure;

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    Optional<StagedRecords> staged;
  }

  /** Omits what a stream without processors and without conversion does not have. */
  @SuppressWarnings("UnusedVariable")
  private abstract static class WithoutEmptyPlace {
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    Optional<OutputPlace> place;

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    Optional<S3ObjectLocation> errors;
  }

  /** Omits what a stream without processors does not have. */
  @SuppressWarnings("UnusedVariable")
  private abstract static class WithoutEmptyProcessing {
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    Optional<BufferingPolicy> processing;
  }

  /** Writes the sizes of records; their bytes follow the object. */
  @SuppressWarnings("UnusedVariable")
  private abstract static class WithRecordSizes {
    @JsonProperty
    @JsonSerialize(contentUsing = RecordJson.Writer.class)
    @JsonDeserialize(contentUsing = RecordJson.Reader.class)
    List<Bytes> records;

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    Optional<Instant> processedAt;
  }

  @SuppressWarnings({"UnusedVariable", "DoNotCallSuggester"})
  private abstract static class AsList {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static PendingRecords of(List<AppendedRecords> chunks) {
      throw new IllegalStateException("a description, never called");
    }

    @JsonValue
    abstract List<AppendedRecords> toList();
  }
}
