package io.hydrant.http.admin;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamName;
import io.hydrant.core.policy.Principal;
import io.hydrant.core.policy.PrincipalArns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.pekko.http.javadsl.model.Query;
import org.apache.pekko.japi.Pair;

/**
 * The question whether a principal may do something.
 *
 * @param caller the principal, in the region and the account of the resource
 * @param action for example {@code kms:Decrypt}
 * @param resource of a {@code kms} action a key's ARN, id or alias; of a {@code firehose} action a
 *     stream's ARN or name, or {@code *}
 * @param via the stream through which Firehose would make the call
 * @param conditionKeys more that the request would have
 */
record ExplainQuestion(
    Caller caller,
    String action,
    String resource,
    Optional<StreamArn> via,
    Map<String, List<String>> conditionKeys) {
  private static final Pattern ACTION = Pattern.compile("(kms|firehose):[A-Za-z]{1,64}");
  private static final Pattern SERVICE =
      Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)*\\.amazonaws\\.com");
  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
  private static final Pattern STREAM = Pattern.compile("[a-zA-Z0-9_.-]{1,64}");
  private static final int ARN_REGION = 3;
  private static final int ARN_ACCOUNT = 4;

  /**
   * @param account the node's own
   */
  static Reply<ExplainQuestion> of(Query query, String account) {
    String principal = query.get("principal").orElse("");
    String action = query.get("action").orElse("");
    String resource = query.get("resource").orElse("");
    if (!ACTION.matcher(action).matches()) {
      return wrong("action must be one of KMS or Firehose, for example kms:GenerateDataKey.");
    }
    if (resource.isEmpty()) {
      return wrong("resource must be a key (ARN, id, alias) or a stream (ARN, name, or *).");
    }
    String region = part(resource, ARN_REGION).or(() -> query.get("region")).orElse("us-east-1");
    Optional<Caller> caller =
        caller(principal, part(resource, ARN_ACCOUNT).orElse(account), region);
    if (caller.isEmpty()) {
      return wrong(
          "principal must be the ARN of a root, user, role or session, an account's number, or a"
              + " service such as firehose.amazonaws.com.");
    }
    if (isNoStream(query.get("via").orElse(""))
        || (action.startsWith("firehose:") && isNoStream(resource))) {
      return wrong("a stream is named by its ARN or its name, or by * for no stream.");
    }
    Optional<StreamArn> via =
        query.get("via").filter(text -> !text.isEmpty()).map(text -> stream(text, caller.get()));
    return Reply.success(
        new ExplainQuestion(
            via.map(
                    stream ->
                        caller
                            .get()
                            .calledVia(
                                "firehose." + region + ".amazonaws.com",
                                Optional.of(stream.toString())))
                .orElseGet(caller::get),
            action,
            resource,
            via,
            conditionKeys(query)));
  }

  private static Optional<Caller> caller(String principal, String owner, String region) {
    if (ACCOUNT.matcher(principal).matches()) {
      return Optional.of(Caller.root(principal, region));
    }
    if (SERVICE.matcher(principal).matches()) {
      return Optional.of(new Caller(owner, region, principal, Optional.empty()));
    }
    return PrincipalArns.principal(principal)
        .flatMap(Principal::account)
        .map(account -> new Caller(account, region, principal, Optional.empty()));
  }

  private static boolean isNoStream(String text) {
    String name = text.substring(text.lastIndexOf('/') + 1);
    return !text.isEmpty() && !text.equals("*") && !STREAM.matcher(name).matches();
  }

  /** Returns the stream that an ARN names, or a name in the caller's account and region. */
  static StreamArn stream(String text, Caller caller) {
    String name = text.substring(text.lastIndexOf('/') + 1);
    return new StreamArn(
        part(text, ARN_REGION).orElse(caller.region()),
        part(text, ARN_ACCOUNT).orElse(caller.account()),
        new StreamName(name));
  }

  private static Optional<String> part(String arn, int place) {
    String[] parts = arn.split(":", -1);
    return arn.startsWith("arn:") && parts.length > place && !parts[place].isEmpty()
        ? Optional.of(parts[place])
        : Optional.empty();
  }

  private static Map<String, List<String>> conditionKeys(Query query) {
    Map<String, List<String>> keys = new HashMap<>();
    for (Pair<String, String> parameter : query.toList()) {
      int equals = parameter.second().indexOf('=');
      if (parameter.first().equals("condition") && equals > 0) {
        keys.computeIfAbsent(parameter.second().substring(0, equals), key -> new ArrayList<>())
            .add(parameter.second().substring(equals + 1));
      }
    }
    return keys;
  }

  private static Reply<ExplainQuestion> wrong(String sentence) {
    return Reply.failure(new ServiceError("ValidationException", sentence));
  }
}
