package io.hydrant.runtime.serialization;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.cfg.MutableConfigOverride;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.PolymorphicTypeValidator;
import com.fasterxml.jackson.databind.jsontype.TypeIdResolver;
import com.fasterxml.jackson.databind.jsontype.impl.LaissezFaireSubTypeValidator;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * Writes messages as CBOR: records by the names of their components. Components that this build
 * does not know are ignored, and components that the other node does not send are empty. So nodes
 * of two versions work in one cluster during an upgrade.
 */
final class WireMapper {
  /** Disables Jackson's symbol tables, because clients choose the keys of maps. */
  private static final CBORFactory FACTORY =
      CBORFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private final ObjectMapper mapper;

  WireMapper(ActorRefCodec refs) {
    this.mapper =
        CBORMapper.builder(FACTORY)
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .addModule(WireValues.module(refs))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .withConfigOverride(List.class, WireMapper::emptyWhereAbsent)
            .withConfigOverride(Set.class, WireMapper::emptyWhereAbsent)
            .withConfigOverride(Map.class, WireMapper::emptyWhereAbsent)
            .withConfigOverride(SortedMap.class, WireMapper::emptyWhereAbsent)
            // Components are the form; methods such as isActive() are not.
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .setDefaultTyping(
                new OpenTypes()
                    .init(JsonTypeInfo.Id.CUSTOM, null)
                    .inclusion(JsonTypeInfo.As.PROPERTY)
                    .typeProperty("@"))
            .build();
  }

  private static void emptyWhereAbsent(MutableConfigOverride override) {
    override.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
  }

  /** Returns the bytes of a message. */
  byte[] write(Object message) {
    try {
      return mapper.writerFor(Object.class).writeValueAsBytes(message);
    } catch (JsonProcessingException e) {
      throw new WireException("The message cannot be written: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * Reads a message.
   *
   * @throws WireException for bytes that are no message
   */
  Object read(byte[] bytes) {
    try {
      return mapper.readValue(bytes, Object.class);
    } catch (IOException | RuntimeException e) {
      throw new WireException("The message is cut off or was changed", e);
    }
  }

  /** Adds a type name to values whose declared type is Object or a sealed interface of Hydrant. */
  private static final class OpenTypes extends ObjectMapper.DefaultTypeResolverBuilder {
    private static final long serialVersionUID = 1;

    OpenTypes() {
      super(ObjectMapper.DefaultTyping.NON_FINAL, LaissezFaireSubTypeValidator.instance);
    }

    @Override
    protected TypeIdResolver idResolver(
        MapperConfig<?> config,
        JavaType base,
        PolymorphicTypeValidator validator,
        Collection<NamedType> subtypes,
        boolean forWriting,
        boolean forReading) {
      return new WireTypes(base);
    }

    @Override
    public boolean useForType(JavaType type) {
      Class<?> raw = type.getRawClass();
      return raw == Object.class
          || (raw.getName().startsWith("io.hydrant.") && Modifier.isAbstract(raw.getModifiers()));
    }
  }
}
