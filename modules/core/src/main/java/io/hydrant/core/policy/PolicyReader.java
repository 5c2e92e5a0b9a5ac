package io.hydrant.core.policy;

import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.Refusal;
import io.hydrant.core.entity.Reply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a policy document. What is wrong, or not supported here, is refused by its name: a policy
 * that is only half understood would say what nobody meant.
 */
public final class PolicyReader {
  private static final Set<String> VERSIONS = Set.of("2012-10-17", "2008-10-17");
  private static final Set<String> ELEMENTS = Set.of("Version", "Id", "Statement");

  /** Whose policy it is: a resource's names principals, an identity's does not. */
  public enum Owner {
    RESOURCE,
    IDENTITY
  }

  private PolicyReader() {}

  /**
   * @return MalformedPolicyDocumentException with the reason where it cannot be used
   */
  public static Reply<Policy> read(Document document, Owner owner) {
    try {
      return Reply.success(policy(document, owner));
    } catch (Unreadable e) {
      return Reply.failure(e.why);
    }
  }

  private static Policy policy(Document document, Owner owner) {
    Structure policy = structure(document, "A policy");
    onlyKnown(policy, ELEMENTS, "A policy");
    policy
        .get("Version")
        .ifPresent(
            version ->
                require(
                    VERSIONS.contains(text(version, "Version")),
                    "Version must be 2012-10-17 or 2008-10-17."));
    List<Document> given =
        many(policy.get("Statement").orElseThrow(() -> unreadable("A policy needs a Statement.")));
    require(!given.isEmpty(), "A policy needs a Statement.");
    List<Statement> statements = new ArrayList<>();
    Set<String> sids = new HashSet<>();
    for (Document each : given) {
      Statement statement =
          StatementReader.read(
              structure(each, "A statement"), statements.size() + 1, owner == Owner.RESOURCE);
      statement
          .sid()
          .ifPresent(sid -> require(sids.add(sid), "Two statements have the Sid " + sid + "."));
      statements.add(statement);
    }
    return new Policy(statements);
  }

  /** Ends the reading. It never leaves this package. */
  static final class Unreadable extends RuntimeException {
    private final transient Refusal why;

    private Unreadable(Refusal why) {
      super(why.message(), null, false, false);
      this.why = why;
    }
  }

  static Unreadable unreadable(String why) {
    return new Unreadable(Errors.malformed(why));
  }

  static void require(boolean right, String why) {
    if (!right) {
      throw unreadable(why);
    }
  }

  static void onlyKnown(Structure structure, Set<String> known, String what) {
    structure
        .members()
        .keySet()
        .forEach(name -> require(known.contains(name), what + " has no element " + name + "."));
  }

  static Structure structure(Document document, String what) {
    if (document instanceof Structure structure) {
      return structure;
    }
    throw unreadable(what + " must be an object.");
  }

  static String text(Document document, String what) {
    if (document instanceof Document.Text text) {
      return text.value();
    }
    throw unreadable(what + " must be a string.");
  }

  /** One value may stand for a list of one. */
  static List<Document> many(Document document) {
    return document instanceof Document.Sequence list ? list.elements() : List.of(document);
  }

  static List<String> texts(Document document, String what) {
    List<String> texts = many(document).stream().map(each -> text(each, what)).toList();
    require(!texts.isEmpty(), what + " must not be empty.");
    return texts;
  }

  static Optional<Document> oneOf(Structure structure, String name, String inverse) {
    require(
        !(structure.has(name) && structure.has(inverse)),
        "A statement has either " + name + " or " + inverse + ".");
    return structure.get(name).or(() -> structure.get(inverse));
  }
}
