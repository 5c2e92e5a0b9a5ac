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
import io.hydrant.core.buffer.PendingRecords;
import io.hydrant.core.buffer.RecordBuffer;
import io.hydrant.core.directory.DirectoryEvent;
import io.hydrant.core.document.Document;
import io.hydrant.core.id.Bytes;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamName;
import io.hydrant.core.kms.KeyDirectoryEvent;
import io.hydrant.core.kms.KeyPolicy;
import java.util.List;
import java.util.Optional;

/** The JSON form of events: a record's components under their names, instants in ISO 8601. */
final class EventMapper {
  /**
   * Names in events are components of records, and keys of tags and encryption contexts, which
   * clients choose: the JVM's table of interned strings is not for those. Jackson's own table,
   * which makes reading fast, forgets its names when it has 6,000 of them.
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
            .setMixInAnnotation(Caller.class, WithoutEmptyVia.class)
            .setMixInAnnotation(StreamName.class, AsText.class)
            .setMixInAnnotation(RecordBuffer.class, WithoutZero.class)
            .setMixInAnnotation(DirectoryEvent.NameRegistered.class, WithoutFirst.class)
            .setMixInAnnotation(KeyDirectoryEvent.DeletionDateRecorded.class, WithoutFirst.class)
            .setMixInAnnotation(AppendedRecords.class, WithTail.class)
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

  /** A name is its text. */
  @SuppressWarnings("UnusedVariable")
  private abstract static class AsText {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    AsText(String value) {}

    @JsonValue
    abstract String value();
  }

  // The classes below describe others to Jackson; no code calls them.

  /** Most callers call by themselves. */
  @SuppressWarnings("UnusedVariable")
  private abstract static class WithoutEmptyVia {
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    Optional<Caller.Via> via;

    /** The event's cause tells it. */
    @JsonIgnore Optional<String> requestId;
  }

  /** Written only where there is one: earlier builds do not know the component. */
  @SuppressWarnings("UnusedVariable")
  private abstract static class WithoutZero {
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    long dueUpTo;
  }

  /** Written only where it is not the first: earlier builds do not know the component. */
  @SuppressWarnings("UnusedVariable")
  private abstract static class WithoutFirst {
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = First.class)
    int generation;

    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = First.class)
    int change;
  }

  /** Equals what is left out, as Jackson asks for it. */
  private static final class First {
    @Override
    public boolean equals(Object value) {
      return value instanceof Integer number && number == 1;
    }

    @Override
    public int hashCode() {
      return 1;
    }
  }

  /** Records stand behind the object, their sizes in it. */
  @SuppressWarnings("UnusedVariable")
  private abstract static class WithTail {
    @JsonProperty
    @JsonSerialize(contentUsing = RecordJson.Writer.class)
    @JsonDeserialize(contentUsing = RecordJson.Reader.class)
    List<Bytes> records;
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
