package io.hydrant.core.policy;

import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import java.util.List;
import java.util.stream.Stream;

/** Policies in short: each statement is given by what differs from allowing KMS to everyone. */
final class Policies {
  private Policies() {}

  static Policy key(String... statements) {
    return output(PolicyReader.read(document(PolicyKind.KEY, statements), PolicyKind.KEY));
  }

  static Policy identity(String... statements) {
    return output(
        PolicyReader.read(document(PolicyKind.IDENTITY, statements), PolicyKind.IDENTITY));
  }

  static Structure document(PolicyKind kind, String... statements) {
    List<Document> all =
        Stream.of(statements).<Document>map(text -> statement(kind, text)).toList();
    return Json.members("'Version':'2012-10-17'").with("Statement", new Document.Sequence(all));
  }

  static ServiceError refusal(Reply<Policy> reply) {
    return reply.fold(
        output -> {
          throw new AssertionError(output);
        },
        error -> error);
  }

  static Policy output(Reply<Policy> reply) {
    return reply.fold(
        policy -> policy,
        error -> {
          throw new AssertionError(error);
        });
  }

  private static Structure statement(PolicyKind kind, String text) {
    Structure given = Json.members(text);
    Structure statement = given.withDefault("Effect", new Document.Text("Allow"));
    if (!given.has("NotAction")) {
      statement = statement.withDefault("Action", new Document.Text("kms:*"));
    }
    if (!given.has("NotResource")) {
      statement = statement.withDefault("Resource", new Document.Text("*"));
    }
    return kind == PolicyKind.IDENTITY || given.has("NotPrincipal")
        ? statement
        : statement.withDefault("Principal", new Document.Text("*"));
  }
}
