package io.hydrant.api.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.fault.Fault;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The JSON of a fault: {@code {"service": "kms", "operation": "GenerateDataKey", "on": "<key>",
 * "times": 2, "error": {"code": "…", "message": "…"}}}.
 */
public final class FaultJson {
  private static final Set<String> MEMBERS =
      Set.of("service", "operation", "on", "by", "times", "delay", "unreachable", "error", "share");

  /** The longest name, that of an object's key: faults are kept and sent to the other nodes. */
  private static final int TEXT_CHARS_MAX = 1_024;

  /** The name of an exception, or a code of Firehose with a dot in it. */
  private static final Pattern CODE = Pattern.compile("[A-Za-z]{1,100}(\\.[A-Za-z]{1,100})?");

  private static final int NAME_CHARS_MAX = 64;

  private FaultJson() {}

  /** A fault cannot be read; the message says what is wrong with it. */
  public static final class BadFaultException extends RuntimeException {
    BadFaultException(String message) {
      super(message);
    }
  }

  /**
   * @param node one fault, a list of them, or an object with a list under {@code faults}
   * @throws BadFaultException for anything else
   */
  public static List<Fault> readAll(JsonNode node) {
    JsonNode list = node.has("faults") ? node.get("faults") : node;
    if (list.isObject()) {
      return List.of(read(list));
    }
    require(list.isArray(), "Expected a fault or a list of faults.");
    List<Fault> faults = new ArrayList<>();
    list.forEach(each -> faults.add(read(each)));
    return faults;
  }

  private static Fault read(JsonNode node) {
    require(node.isObject(), "A fault is an object.");
    node.fieldNames()
        .forEachRemaining(
            name ->
                require(
                    MEMBERS.contains(name),
                    "A fault has no member '"
                        + shown(name)
                        + "'; it has "
                        + sorted(MEMBERS)
                        + "."));
    Fault.Effect effect =
        new Fault.Effect(delay(node), isTrue(node, "unreachable"), error(node), share(node));
    require(
        !effect.delay().isZero() || effect.unreachable() || effect.error().isPresent(),
        "A fault needs an error, a delay or \"unreachable\": true.");
    require(
        effect.share().isEmpty() || effect.error().isPresent(),
        "A share of a batch's records fails with an error: it is missing.");
    return new Fault(
        "",
        choice(Fault.Service.class, node, "service")
            .orElseThrow(
                () ->
                    new BadFaultException(
                        "'service' must be one of " + sorted(lower(Fault.Service.class)) + ".")),
        text(node, "operation").orElse("*"),
        text(node, "on"),
        choice(Fault.By.class, node, "by"),
        times(node),
        0,
        effect);
  }

  private static Duration delay(JsonNode node) {
    try {
      Duration delay = text(node, "delay").map(Duration::parse).orElse(Duration.ZERO);
      require(!delay.isNegative(), "'delay' must not be negative.");
      require(delay.compareTo(Duration.ofDays(3650)) < 0, "'delay' must be less than ten years.");
      return delay;
    } catch (DateTimeException e) {
      throw new BadFaultException("'delay' must be a duration in ISO 8601, for example PT1S.");
    }
  }

  private static Optional<ServiceError> error(JsonNode node) {
    return Json.member(node, "error")
        .map(
            error ->
                new ServiceError(
                    text(error, "code")
                        .filter(code -> CODE.matcher(code).matches())
                        .orElseThrow(
                            () ->
                                new BadFaultException(
                                    "'error' needs a 'code', the name of an exception.")),
                    text(error, "message").orElse("A fault on demand.")));
  }

  private static Optional<Integer> times(JsonNode node) {
    Optional<JsonNode> times = Json.member(node, "times");
    times.ifPresent(
        value ->
            require(
                value.canConvertToInt() && value.isIntegralNumber() && value.intValue() > 0,
                "'times' must be a whole number from 1."));
    return times.map(JsonNode::intValue);
  }

  private static Optional<Double> share(JsonNode node) {
    Optional<JsonNode> share = Json.member(node, "share");
    share.ifPresent(
        value ->
            require(
                value.isNumber() && value.doubleValue() > 0 && value.doubleValue() <= 1,
                "'share' must be a number above 0, at most 1."));
    return share.map(JsonNode::doubleValue);
  }

  private static boolean isTrue(JsonNode node, String name) {
    Json.member(node, name)
        .ifPresent(value -> require(value.isBoolean(), "'" + name + "' must be true or false."));
    return Json.isTrue(node, name);
  }

  private static Optional<String> text(JsonNode node, String name) {
    Json.member(node, name)
        .ifPresent(value -> require(value.isTextual(), "'" + name + "' must be a string."));
    Optional<String> text = Json.text(node, name);
    text.ifPresent(
        value ->
            require(
                value.length() <= TEXT_CHARS_MAX,
                "'" + name + "' must have at most " + TEXT_CHARS_MAX + " characters."));
    return text;
  }

  private static <T extends Enum<T>> Optional<T> choice(Class<T> type, JsonNode node, String name) {
    return text(node, name)
        .map(
            text -> {
              for (T value : type.getEnumConstants()) {
                if (lower(value).equals(text)) {
                  return value;
                }
              }
              throw new BadFaultException(
                  "'" + name + "' must be one of " + sorted(lower(type)) + ".");
            });
  }

  private static <T extends Enum<T>> Set<String> lower(Class<T> type) {
    Set<String> names = new TreeSet<>();
    for (T value : type.getEnumConstants()) {
      names.add(lower(value));
    }
    return names;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String shown(String name) {
    return name.length() <= NAME_CHARS_MAX ? name : name.substring(0, NAME_CHARS_MAX) + "...";
  }

  private static String sorted(Set<String> names) {
    return String.join(", ", new TreeSet<>(names));
  }

  private static void require(boolean right, String sentence) {
    if (!right) {
      throw new BadFaultException(sentence);
    }
  }

  public static ObjectNode write(Fault fault) {
    ObjectNode json = Json.object();
    json.put("id", fault.id());
    json.put("service", lower(fault.service()));
    json.put("operation", fault.operation());
    fault.on().ifPresent(on -> json.put("on", on));
    fault.by().ifPresent(by -> json.put("by", lower(by)));
    fault.timesLeft().ifPresent(left -> json.put("timesLeft", left));
    json.put("struck", fault.applied());
    Fault.Effect effect = fault.effect();
    if (!effect.delay().isZero()) {
      json.put("delay", effect.delay().toString());
    }
    if (effect.unreachable()) {
      json.put("unreachable", true);
    }
    effect.share().ifPresent(share -> json.put("share", share));
    effect
        .error()
        .ifPresent(
            error ->
                json.putObject("error").put("code", error.code()).put("message", error.message()));
    return json;
  }
}
