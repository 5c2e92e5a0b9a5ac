package io.hydrant.acceptance.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * Makes of destinations that keep their shapes ones that keep the rules of their kind too, where
 * they do not say otherwise: credentials, one domain, one table, the columns of the way of loading.
 */
final class Kinds {
  private static final String CONFIGURATION = "DestinationConfiguration";

  /** Members that a shape does without and a rule does not. */
  private static final Map<String, List<String>> NEEDED =
      Map.of(
          "Redshift", List.of("Password"),
          "AmazonOpenSearchServerless", List.of("CollectionEndpoint"),
          "Splunk", List.of("HECToken"),
          "Snowflake", List.of("User", "PrivateKey"),
          "Iceberg", List.of("DestinationTableConfigurationList"));

  private final Samples samples;

  Kinds(Samples samples) {
    this.samples = samples;
  }

  /** Every destination and source among the members of a creation. */
  void complete(ObjectNode body) {
    body.properties()
        .forEach(
            each -> {
              String name = each.getKey();
              if (each.getValue() instanceof ObjectNode destination
                  && name.endsWith(CONFIGURATION)) {
                complete(name, destination);
              }
            });
    secrets(body);
  }

  /**
   * @param member of CreateDeliveryStream
   */
  void complete(String member, ObjectNode destination) {
    String kind = member.replace(CONFIGURATION, "");
    NEEDED.getOrDefault(kind, List.of()).forEach(name -> add(member, destination, name));
    switch (kind) {
      case "Elasticsearch", "Amazonopensearchservice" -> domain(member, destination);
      case "Snowflake" -> columns(destination);
      case "Redshift" -> prefix(destination);
      default -> {}
    }
    secrets(destination);
  }

  /** An enabled secret has an ARN and a role, all the way down. */
  private void secrets(JsonNode node) {
    if (node.path("SecretsManagerConfiguration") instanceof ObjectNode secret
        && secret.path("Enabled").asBoolean()) {
      for (String name : List.of("SecretARN", "RoleARN")) {
        if (!secret.has(name)) {
          secret.put(name, samples.text(samples.forms().form(name)));
        }
      }
    }
    node.forEach(this::secrets);
  }

  private void domain(String member, ObjectNode destination) {
    if (destination.has("DomainARN") && destination.has("ClusterEndpoint")) {
      destination.remove("ClusterEndpoint");
      if (member.startsWith("Amazon")) {
        destination.remove("TypeName");
      }
    } else if (!destination.has("ClusterEndpoint")) {
      add(member, destination, "DomainARN");
    }
  }

  private static void columns(ObjectNode destination) {
    if (destination.has("ContentColumnName") && destination.has("MetaDataColumnName")) {
      destination.put("DataLoadingOption", "VARIANT_CONTENT_AND_METADATA_MAPPING");
    }
  }

  private static void prefix(ObjectNode destination) {
    if (destination.path("S3Configuration") instanceof ObjectNode s3 && s3.has("Prefix")) {
      s3.remove("ErrorOutputPrefix");
    }
  }

  private void add(String member, ObjectNode destination, String name) {
    if (!destination.has(name)) {
      String shape = samples.forms().form(member).members().get(name).shape();
      destination.set(name, samples.of(samples.forms().form(shape), false));
    }
  }
}
