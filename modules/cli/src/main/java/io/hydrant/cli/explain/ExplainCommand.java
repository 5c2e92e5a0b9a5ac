package io.hydrant.cli.explain;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.json.Json;
import io.hydrant.cli.terminal.VersionProvider;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hydrant explain}: asks a running node whether a principal may call an action, and why. */
@Command(
    name = "explain",
    description = "Explains whether a principal may call an action, and which statements decide.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    sortOptions = false,
    footer = {
      "",
      "Exit codes: 0 allowed, 3 denied, 2 a question that makes no sense, 1 no answer.",
      "",
      "For example:",
      "  hydrant explain --principal arn:aws:iam::000000000000:role/producer \\",
      "    --action firehose:PutRecord --resource orders"
    })
public final class ExplainCommand implements Callable<Integer> {
  private static final int DENIED = 3;

  @Option(
      names = "--principal",
      required = true,
      paramLabel = "ARN",
      description = "The caller: a root, user, role, session, account number or service")
  private String principal;

  @Option(
      names = "--action",
      required = true,
      paramLabel = "ACTION",
      description = "The action, for example kms:Decrypt or firehose:PutRecord")
  private String action;

  @Option(
      names = "--resource",
      required = true,
      paramLabel = "RESOURCE",
      description = "A key (ARN, id, alias) or a stream (ARN, name, *)")
  private String resource;

  @Option(
      names = "--via",
      paramLabel = "STREAM",
      description = "The call comes from Firehose, for that stream")
  private String via;

  @Option(
      names = "--condition",
      paramLabel = "KEY=VALUE",
      description = "A condition key of the request; may be repeated")
  private List<String> conditions = new ArrayList<>();

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "The Region of a resource that is not an ARN")
  private String region;

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:4573",
      description = "The node to ask. Default: ${DEFAULT-VALUE}")
  private URI endpoint;

  @Option(names = "--json", description = "Prints the node's answer unchanged.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    try {
      var answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(endpoint.resolve("/_hydrant/explain?" + query()))
                      .timeout(Duration.ofSeconds(30))
                      .build(),
                  BodyHandlers.ofString());
      JsonNode explanation = Json.MAPPER.readTree(answer.body());
      if (answer.statusCode() != 200) {
        System.err.println("hydrant: " + explanation.path("message").asText(answer.body()));
        return 2;
      }
      System.out.print(json ? answer.body() : inWords(explanation, ""));
      return explanation.path("allowed").asBoolean() ? 0 : DENIED;
    } catch (IOException | IllegalArgumentException e) {
      System.err.println(
          "hydrant: there is no answer from " + endpoint + "; does a node run there? (--endpoint)");
      return 1;
    }
  }

  private static String inWords(JsonNode explanation, String indent) {
    StringBuilder text = new StringBuilder();
    text.append(indent)
        .append(explanation.path("allowed").asBoolean() ? "ALLOWED  " : "DENIED   ")
        .append(explanation.path("action").asText())
        .append(" on ")
        .append(explanation.path("resource").asText())
        .append('\n')
        .append(indent)
        .append("         ")
        .append(explanation.path("why").asText())
        .append('\n');
    explanation.path("alsoNeeded").forEach(each -> text.append(inWords(each, indent + "  ")));
    return text.toString();
  }

  private String query() {
    List<String> parts = new ArrayList<>();
    add(parts, "principal", principal);
    add(parts, "action", action);
    add(parts, "resource", resource);
    if (via != null) {
      add(parts, "via", via);
    }
    if (region != null) {
      add(parts, "region", region);
    }
    conditions.forEach(condition -> add(parts, "condition", condition));
    return String.join("&", parts);
  }

  private static void add(List<String> parts, String name, String value) {
    parts.add(name + "=" + URLEncoder.encode(value, UTF_8));
  }
}
