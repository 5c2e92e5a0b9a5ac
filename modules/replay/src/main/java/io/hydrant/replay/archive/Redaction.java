package io.hydrant.replay.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.hydrant.core.EntityTypes;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Replaces names by others: accounts, streams, buckets, users and roles, descriptions, tags,
 * passwords. Encrypted secrets are removed, and the export still shows that there was one. Within
 * one export the same name always has the same substitute of the same form, so that the journal
 * folds as before. A substitute cannot be turned back, since the key is forgotten.
 */
public final class Redaction implements UnaryOperator<ObjectNode> {
  private static final Set<String> TEXTS =
      Set.of(
          "description",
          "value",
          "AccessKey",
          "Password",
          "HECToken",
          "Username",
          "Url",
          "Content",
          "Prefix",
          "ErrorOutputPrefix");

  /** The member that holds an encrypted secret in the journal. */
  private static final String ENCRYPTED = "$encrypted";

  private static final Set<String> TARGET = Set.of("bucket", "key");

  /** A stream's name and two numbers. */
  private static final Pattern GRANT_NAME = Pattern.compile("(.+?)(-[0-9]+-[0-9]+)");

  /**
   * A number of an account, a stream's name, a bucket, a user's or a role's or a session's name.
   */
  private static final Pattern NAMES =
      Pattern.compile(
          "(?<account>\\b[0-9]{12}\\b)"
              + "|(?<=deliverystream/)(?<stream>[a-zA-Z0-9_.-]+)"
              + "|(?<=arn:aws:s3:::)(?<bucket>[a-z0-9.-]+)"
              + "|(?<=:(user|role|assumed-role)/)(?<principal>[\\w+=,.@/-]+)"
              + "|(?<=alias/)(?<alias>[a-zA-Z0-9/_-]+)");

  private static final int KEY_BYTES = 32;
  private static final int NAME_DIGITS = 12;

  private final Mac mac;
  private final Set<String> streams = new HashSet<>();

  public Redaction() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    try {
      this.mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC with SHA-256", e);
    }
  }

  /** Takes the ids of all entities, which show the names of streams. */
  public Redaction knowing(Iterable<String> entities) {
    for (String entity : entities) {
      String[] parts = entity.split("[|/]", -1);
      if (parts.length > 3
          && (EntityTypes.STREAM.matches(entity) || EntityTypes.BUFFER.matches(entity))) {
        streams.add(parts[3]);
      }
    }
    return this;
  }

  @Override
  public ObjectNode apply(ObjectNode line) {
    return (ObjectNode) redacted("", line);
  }

  private JsonNode redacted(String member, JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode changed = JsonNodeFactory.instance.objectNode();
      for (Map.Entry<String, JsonNode> each : object.properties()) {
        // The key of an S3 object begins with the stream's name.
        String name =
            object.has("bucket") && TARGET.contains(each.getKey()) ? "value" : each.getKey();
        changed.set(text(each.getKey()), redacted(name, each.getValue()));
      }
      return changed;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode changed = JsonNodeFactory.instance.arrayNode();
      array.forEach(each -> changed.add(redacted(member, each)));
      return changed;
    }
    if (!node.isTextual()) {
      return node;
    }
    if (member.equals(ENCRYPTED)) {
      // Still the form of a secret, so that the journal can be imported; no node can decrypt it.
      return TextNode.valueOf("");
    }
    return TextNode.valueOf(
        TEXTS.contains(member) ? substitute(node.textValue()) : named(member, node.textValue()));
  }

  private String named(String member, String text) {
    if (member.equals("entity")) {
      return entity(text);
    }
    return text(text);
  }

  private String entity(String entity) {
    String[] parts = entity.split("/", -1);
    for (int place = 0; place < parts.length; place++) {
      parts[place] = text(parts[place]);
    }
    return String.join("/", parts);
  }

  private String text(String text) {
    if (streams.contains(text)) {
      return substitute(text);
    }
    Matcher grant = GRANT_NAME.matcher(text);
    if (grant.matches() && streams.contains(grant.group(1))) {
      return substitute(grant.group(1)) + grant.group(2);
    }
    Matcher names = NAMES.matcher(text);
    return names.replaceAll(this::replacement);
  }

  private String replacement(MatchResult found) {
    return found.group(1) != null ? digits(found.group()) : substitute(found.group());
  }

  private String digits(String account) {
    byte[] hash = mac.doFinal(account.getBytes(UTF_8));
    StringBuilder digits = new StringBuilder();
    for (int place = 0; place < account.length(); place++) {
      digits.append(Math.floorMod(hash[place], 10));
    }
    return digits.toString();
  }

  private String substitute(String name) {
    return "x"
        + HexFormat.of().formatHex(mac.doFinal(name.getBytes(UTF_8))).substring(0, NAME_DIGITS);
  }
}
