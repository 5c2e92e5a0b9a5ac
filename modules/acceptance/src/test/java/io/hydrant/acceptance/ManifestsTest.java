package io.hydrant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.hydrant.cli.process.NodeProcess;
import io.hydrant.server.Settings;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.kubernetes.client.openapi.models.V1StatefulSetSpec;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files that run a cluster for a team: what they say is what Hydrant and Kubernetes know. */
class ManifestsTest {
  private static final Path CONFIG = Path.of("..", "..", "config");
  private static final String MANIFEST = "kubernetes/hydrant.yaml";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern VARIABLE = Pattern.compile("\\bHYDRANT_[A-Z0-9_]+");

  /** Throws where a field is not known or one that must be there is missing. */
  private static final Map<String, SchemaCheck> SCHEMAS =
      Map.of(
          "ConfigMap", V1ConfigMap::validateJsonElement,
          "Service", V1Service::validateJsonElement,
          "NetworkPolicy", V1NetworkPolicy::validateJsonElement,
          "PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement,
          "PersistentVolumeClaim", V1PersistentVolumeClaim::validateJsonElement,
          "StatefulSet", V1StatefulSet::validateJsonElement);

  private interface SchemaCheck {
    void check(JsonElement document) throws IOException;
  }

  private static List<JsonNode> documents(Path file) {
    try (Reader text = Files.newBufferedReader(file)) {
      List<JsonNode> documents = new ArrayList<>();
      new Yaml(new SafeConstructor(new LoaderOptions()))
          .loadAll(text)
          .forEach(document -> documents.add(JSON.valueToTree(document)));
      return documents;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode manifest(String kind, String name) {
    return documents(CONFIG.resolve(MANIFEST)).stream()
        .filter(document -> document.get("kind").asText().equals(kind))
        .filter(document -> document.at("/metadata/name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode nodes() {
    return manifest("StatefulSet", "hydrant").get("spec");
  }

  private static JsonNode container() {
    return nodes().at("/template/spec/containers/0");
  }

  @ParameterizedTest
  @ValueSource(strings = {MANIFEST, "kubernetes/postgresql.yaml"})
  void kubernetes_knows_all_that_the_manifests_say(String file) throws Exception {
    assertThat(documents(CONFIG.resolve(file)))
        .isNotEmpty()
        .allSatisfy(
            document ->
                SCHEMAS
                    .get(document.get("kind").asText())
                    .check(JsonParser.parseString(document.toString())));
  }

  @Test
  void the_check_of_the_schema_objects_to_a_wrong_field() {
    String wrong = nodes().toString().replace("\"replicas\"", "\"replica\"");
    assertThat(nodes().toString()).isNotEqualTo(wrong);
    assertThatThrownBy(() -> V1StatefulSetSpec.validateJsonElement(JsonParser.parseString(wrong)))
        .hasMessageContaining("replica");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "config/kubernetes/hydrant.yaml",
        "config/cluster/docker-compose.yml",
        "docker-compose.yml",
        "modules/cli/Dockerfile"
      })
  void hydrant_knows_every_variable_that_they_set(String file) throws Exception {
    List<String> set =
        VARIABLE
            .matcher(Files.readString(Path.of("..", "..").resolve(file)))
            .results()
            .map(MatchResult::group)
            .distinct()
            .toList();
    assertThat(set).isNotEmpty().allMatch(Settings.variables()::contains);
  }

  @Test
  void what_the_compose_file_of_the_cluster_mounts_is_there() {
    JsonNode services =
        documents(CONFIG.resolve("cluster/docker-compose.yml")).get(0).get("services");
    services
        .findValues("volumes")
        .forEach(
            volumes ->
                volumes.forEach(
                    volume -> {
                      if (volume.asText().startsWith(".")) {
                        assertThat(
                                CONFIG
                                    .resolve("cluster")
                                    .resolve(volume.asText().replaceAll(":.*", "")))
                            .exists();
                      }
                    }));
    assertThat(services.fieldNames())
        .toIterable()
        .contains("postgres", "node-1", "node-2", "node-3", "front");
  }

  @Test
  void the_nodes_of_the_manifest_find_each_other_and_clients_find_them() {
    int replicas = nodes().get("replicas").asInt();
    String service = nodes().get("serviceName").asText();
    String config = manifest("ConfigMap", "hydrant").at("/data/cluster.conf").asText();
    assertThat(config)
        .contains(
            IntStream.range(0, replicas)
                .mapToObj(number -> "hydrant-" + number + "." + service + ":24573")
                .collect(Collectors.joining(",")));
    assertThat(container().get("env"))
        .anySatisfy(
            variable -> {
              assertThat(variable.get("name").asText()).isEqualTo("HYDRANT_CLUSTER_HOST");
              assertThat(variable.get("value").asText()).isEqualTo("$(POD_NAME)." + service);
            });
    JsonNode labels = nodes().at("/template/metadata/labels");
    for (String name : List.of("hydrant", "hydrant-nodes")) {
      assertThat(manifest("Service", name).at("/spec/selector")).isEqualTo(labels);
    }
    assertThat(nodes().at("/selector/matchLabels")).isEqualTo(labels);
    assertThat(manifest("PodDisruptionBudget", "hydrant").at("/spec/selector/matchLabels"))
        .isEqualTo(labels);
    assertThat(manifest("Service", service).at("/spec/publishNotReadyAddresses").asBoolean())
        .isTrue();
    assertThat(nodes().at("/template/spec/terminationGracePeriodSeconds").asInt())
        .isGreaterThan(5 + 5 + 30);
  }

  @Test
  void a_node_takes_the_configuration_of_the_manifest_and_answers_its_probes(@TempDir Path folder)
      throws Exception {
    Path config =
        Files.writeString(
            folder.resolve("cluster.conf"),
            manifest("ConfigMap", "hydrant").at("/data/cluster.conf").asText());
    int port = freePort();
    try (PostgreSql database = PostgreSql.start();
        NodeProcess node =
            new NodeProcess(
                folder.resolve("node"),
                0,
                Map.of(
                    "HYDRANT_POSTGRESQL_URL", database.url(),
                    "HYDRANT_KMS_ROOT_KEY", Base64.getEncoder().encodeToString(new byte[32]),
                    "HYDRANT_S3_FOLDER", folder.resolve("s3").toString(),
                    // Not the address that it listens on.
                    "HYDRANT_CLUSTER_HOST", "localhost",
                    "HYDRANT_CLUSTER_PORT", String.valueOf(port),
                    "HYDRANT_CLUSTER_SEEDS", "localhost:" + port),
                line -> {},
                "--config",
                config.toString())) {
      URI endpoint = node.start();
      List<String> paths =
          new ArrayList<>(
              StreamSupport.stream(container().spliterator(), false)
                  .filter(part -> part.has("httpGet"))
                  .map(probe -> probe.at("/httpGet/path").asText())
                  .toList());
      assertThat(paths).hasSize(3);
      paths.add(nodes().at("/template/metadata/annotations").get("prometheus.io/path").asText());
      for (String path : paths) {
        assertThat(
                HttpClient.newHttpClient()
                    .send(
                        HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + endpoint.getPort() + path))
                            .build(),
                        HttpResponse.BodyHandlers.discarding())
                    .statusCode())
            .as(path)
            .isEqualTo(200);
      }
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
