package io.hydrant.replay.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hydrant.api.json.Json;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of an exported journal: a JSON object whose last member is its hash.
 *
 * @param content the object's text without the hash: it ends before the comma
 */
record ChainedLine(String content, String hash) {
  private static final Pattern FORM =
      Pattern.compile("(\\{.*),\"hash\":\"([0-9a-f]{64})\"}", Pattern.DOTALL);

  static ChainedLine of(String before, ObjectNode object) {
    String text = object.toString();
    String content = text.substring(0, text.length() - 1);
    return new ChainedLine(content, HashChain.next(before, content));
  }

  /**
   * @throws DamagedLineException for a text of another form
   */
  static ChainedLine parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new DamagedLineException("it is not a JSON object that ends with its hash");
    }
    return new ChainedLine(form.group(1), form.group(2));
  }

  boolean follows(String before) {
    return HashChain.next(before, content).equals(hash);
  }

  /**
   * @throws DamagedLineException for a text that is not JSON
   */
  ObjectNode object() {
    try {
      return (ObjectNode) Json.MAPPER.readTree(content + "}");
    } catch (JsonProcessingException | ClassCastException e) {
      throw new DamagedLineException("it is not JSON");
    }
  }

  @Override
  public String toString() {
    return content + ",\"hash\":\"" + hash + "\"}";
  }
}
