package io.hydrant.delivery.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.InstantSource;
import net.thisptr.jackson.jq.Function;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.path.Path;

/** The functions of jq 1.6 for times. The results are those of jq where the time zone is UTC. */
final class TimeFunctions {
  private static final String ISO = "%Y-%m-%dT%H:%M:%SZ";
  private static final double MILLIS = 1000.0;

  private TimeFunctions() {}

  /** A function of its input and of one text. */
  private interface WithFormat {
    JsonNode apply(JsonNode input, JsonNode format) throws JsonQueryException;
  }

  /** A function of its input. */
  private interface WithoutArgument {
    JsonNode apply(JsonNode input) throws JsonQueryException;
  }

  static void addTo(Scope scope, InstantSource clock) {
    scope.addFunction("now", 0, function(input -> now(clock.instant())));
    scope.addFunction("gmtime", 0, function(TimeFunctions::gmtime));
    scope.addFunction("localtime", 0, function(TimeFunctions::gmtime));
    scope.addFunction("mktime", 0, function(TimeFunctions::mktime));
    scope.addFunction("strftime", 1, function(TimeFunctions::strftime));
    scope.addFunction("strflocaltime", 1, function(TimeFunctions::strftime));
    scope.addFunction("strptime", 1, function(TimeFunctions::strptime));
    for (String name : new String[] {"todate", "todateiso8601"}) {
      scope.addFunction(name, 0, function(input -> strftime(input, TextNode.valueOf(ISO))));
    }
    for (String name : new String[] {"fromdate", "fromdateiso8601"}) {
      scope.addFunction(name, 0, function(input -> mktime(strptime(input, TextNode.valueOf(ISO)))));
    }
  }

  private static Function function(WithoutArgument work) {
    return (scope, arguments, input, path, output, version) ->
        output.emit(work.apply(input), (Path) null);
  }

  private static Function function(WithFormat work) {
    return (scope, arguments, input, path, output, version) ->
        arguments
            .get(0)
            .apply(scope, input, format -> output.emit(work.apply(input, format), (Path) null));
  }

  private static JsonNode now(Instant now) {
    return DoubleNode.valueOf(now.toEpochMilli() / MILLIS);
  }

  private static JsonNode gmtime(JsonNode input) throws JsonQueryException {
    if (!input.isNumber()) {
      throw new JsonQueryException("gmtime() requires numeric inputs");
    }
    return broken(input).toJson();
  }

  private static BrokenDownTime broken(JsonNode number) throws JsonQueryException {
    return BrokenDownTime.ofSeconds(number.asDouble())
        .orElseThrow(
            () ->
                new JsonQueryException(
                    "error converting number of seconds since epoch to datetime"));
  }

  private static JsonNode mktime(JsonNode input) throws JsonQueryException {
    if (!input.isArray()) {
      throw new JsonQueryException("mktime requires array inputs");
    }
    return LongNode.valueOf(
        BrokenDownTime.of(input)
            .orElseThrow(() -> new JsonQueryException("mktime requires parsed datetime inputs"))
            .toSeconds());
  }

  private static JsonNode strftime(JsonNode input, JsonNode format) throws JsonQueryException {
    if (!format.isTextual()) {
      throw new JsonQueryException("strftime/1 requires a string format");
    }
    BrokenDownTime time =
        input.isNumber()
            ? broken(input)
            : BrokenDownTime.of(input)
                .orElseThrow(
                    () -> new JsonQueryException("strftime/1 requires parsed datetime inputs"));
    return TextNode.valueOf(TimeFormatter.format(time, format.asText()));
  }

  private static JsonNode strptime(JsonNode input, JsonNode format) throws JsonQueryException {
    if (!input.isTextual() || !format.isTextual()) {
      throw new JsonQueryException("strptime/1 requires string inputs and arguments");
    }
    TimeParser.Parsed parsed =
        TimeParser.parse(input.asText(), format.asText())
            .orElseThrow(
                () ->
                    new JsonQueryException(
                        "date \""
                            + input.asText()
                            + "\" does not match format \""
                            + format.asText()
                            + "\""));
    ArrayNode array = parsed.time().toJson();
    return parsed.rest().isEmpty()
        ? array
        : JsonNodeFactory.instance.arrayNode().addAll(array).add(parsed.rest());
  }
}
