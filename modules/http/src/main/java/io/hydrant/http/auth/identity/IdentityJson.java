package io.hydrant.http.auth.identity;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.hydrant.api.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The JSON of identities: {@code {"identities": [{"accessKeyId", "secretAccessKey", "principalArn",
 * "policies": [...]}]}}. A message about a mistake names its place.
 */
public final class IdentityJson {
  private static final Set<String> MEMBERS =
      Set.of("accessKeyId", "secretAccessKey", "principalArn", "policies");
  private static final Pattern ACCESS_KEY = Pattern.compile("[A-Za-z0-9_]{3,128}");
  private static final ObjectReader READER =
      Json.MAPPER
          .reader()
          .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private IdentityJson() {}

  public static IdentityList read(String text) throws BadIdentitiesException {
    JsonNode root = tree(text);
    require(root.isObject(), "", "must be an object");
    onlyMembers(root, Set.of("identities"), "");
    JsonNode list = root.path("identities");
    require(list.isArray(), "identities", "must be a list");
    List<Identity> identities = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (JsonNode each : list) {
      String place = "identities[" + identities.size() + "]";
      Identity identity = identity(each, place);
      require(
          keys.add(identity.accessKeyId()), place + ".accessKeyId", "belongs to another identity");
      identities.add(identity);
    }
    return new IdentityList(identities);
  }

  private static Identity identity(JsonNode node, String place) throws BadIdentitiesException {
    require(node.isObject(), place, "must be an object");
    onlyMembers(node, MEMBERS, place);
    String accessKey = text(node, "accessKeyId", place);
    require(
        ACCESS_KEY.matcher(accessKey).matches(),
        place + ".accessKeyId",
        "must consist of letters and digits");
    String secret = text(node, "secretAccessKey", place);
    require(!secret.isBlank(), place + ".secretAccessKey", "is empty");
    String principal = text(node, "principalArn", place);
    require(
        Principals.isPrincipal(principal),
        place + ".principalArn",
        "must be the ARN of a user, a role or the root of an account");
    return new Identity(
        accessKey,
        new Secret(secret),
        principal,
        PoliciesJson.read(node.path("policies"), place + ".policies"));
  }

  private static String text(JsonNode node, String member, String place)
      throws BadIdentitiesException {
    require(node.has(member), place + "." + member, "is missing");
    require(node.get(member).isTextual(), place + "." + member, "must be a string");
    return node.get(member).textValue();
  }

  private static void onlyMembers(JsonNode node, Set<String> known, String place)
      throws BadIdentitiesException {
    for (var member : node.properties()) {
      require(
          known.contains(member.getKey()),
          (place.isEmpty() ? "" : place + ".") + member.getKey(),
          "is not known");
    }
  }

  static void require(boolean right, String place, String sentence) throws BadIdentitiesException {
    if (!right) {
      throw new BadIdentitiesException((place.isEmpty() ? "the file" : place) + " " + sentence);
    }
  }

  /** The parser's own message would quote the text, in which there are secrets. */
  private static JsonNode tree(String text) throws BadIdentitiesException {
    try {
      return READER.readTree(text);
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw new BadIdentitiesException(
          "it is not JSON at line " + at.getLineNr() + ", column " + at.getColumnNr());
    }
  }
}
