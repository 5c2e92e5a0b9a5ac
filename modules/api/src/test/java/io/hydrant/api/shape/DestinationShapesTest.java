package io.hydrant.api.shape;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.json.Json;
import io.hydrant.core.destination.DestinationSecrets;
import io.hydrant.core.destination.DestinationType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of all kinds of destination against the shapes of the API. */
class DestinationShapesTest {
  /** Members that are marked as sensitive and described back all the same. */
  private static final Set<String> DESCRIBED =
      Set.of(
          "EndpointConfiguration.Url",
          "RequestConfiguration.CommonAttributes",
          "Username",
          "AccountUrl",
          "User",
          "Database",
          "Schema",
          "Table",
          "MetaDataColumnName",
          "ContentColumnName",
          "SnowflakeRoleConfiguration.SnowflakeRole",
          "SnowflakeVpcConfiguration.PrivateLinkVpceId");

  private static final JsonNode SHAPES = shapes();

  private static JsonNode shapes() {
    try (InputStream in = Shapes.class.getResourceAsStream("firehose.shapes.json")) {
      return Json.MAPPER.readTree(in).get("shapes");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<String> members(String shape, String suffix) {
    return SHAPES.get(shape).get("members").properties().stream()
        .map(Map.Entry::getKey)
        .filter(name -> name.endsWith(suffix))
        .collect(Collectors.toSet());
  }

  private static Set<String> ofTypes(Function<DestinationType, String> member) {
    return Arrays.stream(DestinationType.values()).map(member).collect(Collectors.toSet());
  }

  @Test
  void each_configuration_has_its_kind_and_each_kind_its_configuration() {
    assertThat(ofTypes(DestinationType::configurationMember))
        .isEqualTo(members("CreateDeliveryStreamInput", "DestinationConfiguration"));
    assertThat(ofTypes(DestinationType::updateMember))
        .isEqualTo(members("UpdateDestinationInput", "DestinationUpdate"));
  }

  @ParameterizedTest
  @EnumSource
  void each_sensitive_member_is_a_secret_or_described(DestinationType type) {
    List<String> secrets = DestinationSecrets.paths(type);
    for (String shape : List.of(type.configurationMember(), type.updateMember())) {
      Set<String> sensitive = new HashSet<>();
      collect(shape, "", sensitive);
      assertThat(sensitive).as(shape).containsAll(secrets);
      sensitive.removeAll(secrets);
      assertThat(DESCRIBED).as(shape).containsAll(sensitive);
    }
  }

  /** Collects the paths of sensitive members; those inside lists have the path of the list. */
  private static void collect(String shape, String path, Set<String> sensitive) {
    JsonNode declared = SHAPES.get(shape);
    if (declared == null) {
      return;
    }
    if (declared.path("sensitive").asBoolean()) {
      sensitive.add(path);
    }
    if (declared.has("of")) {
      collect(declared.get("of").asText(), path, sensitive);
    }
    declared
        .path("members")
        .properties()
        .forEach(
            member ->
                collect(
                    member.getValue().asText().replace("!", ""),
                    inside(path, member.getKey()),
                    sensitive));
  }

  private static String inside(String path, String member) {
    if (path.endsWith("CommonAttributes")) {
      return path;
    }
    return path.isEmpty() ? member : path + "." + member;
  }
}
