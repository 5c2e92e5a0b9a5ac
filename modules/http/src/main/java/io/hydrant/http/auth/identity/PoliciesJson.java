package io.hydrant.http.auth.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.hydrant.api.json.DocumentJson;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.policy.NamedPolicy;
import io.hydrant.core.policy.Policy;
import io.hydrant.core.policy.PolicyKind;
import io.hydrant.core.policy.PolicyReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The policies of one identity, as objects. */
final class PoliciesJson {
  private static final Pattern IN_STATEMENT = Pattern.compile("statement ([0-9]+): (.*)");

  private PoliciesJson() {}

  /**
   * @param list a missing one is an empty one: the identity may then do what key policies and
   *     grants allow it by its name
   */
  static List<NamedPolicy> read(JsonNode list, String place) throws BadIdentitiesException {
    IdentityJson.require(list.isMissingNode() || list.isArray(), place, "must be a list");
    List<NamedPolicy> policies = new ArrayList<>();
    for (JsonNode each : list) {
      String at = place + "[" + policies.size() + "]";
      IdentityJson.require(each.isObject(), at, "must be an object");
      policies.add(new NamedPolicy("the policy " + at, policy(each, at)));
    }
    return policies;
  }

  private static Policy policy(JsonNode node, String place) throws BadIdentitiesException {
    Reply<Policy> read = PolicyReader.read(DocumentJson.structure(node), PolicyKind.IDENTITY);
    if (read instanceof Reply.Success<Policy> success) {
      return success.output();
    }
    throw new BadIdentitiesException(
        located(place, ((Reply.Failure<Policy>) read).error().message()));
  }

  /** The reader counts statements from 1, as people do; a place in JSON counts from 0. */
  private static String located(String place, String message) {
    Matcher inside = IN_STATEMENT.matcher(message);
    return inside.matches()
        ? place + ".Statement[" + (Integer.parseInt(inside.group(1)) - 1) + "]: " + inside.group(2)
        : place + ": " + message;
  }
}
