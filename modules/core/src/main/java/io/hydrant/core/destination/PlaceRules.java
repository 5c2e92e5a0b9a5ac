package io.hydrant.core.destination;

import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Bool;
import io.hydrant.core.document.Document.Encrypted;
import io.hydrant.core.document.Document.Numeric;
import io.hydrant.core.document.Document.Sequence;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.document.Document.Text;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Caller;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks the account and the region of the resources in a configuration. Recorded from AWS,
 * September 2026, for the role and the secret of a destination.
 */
public final class PlaceRules {
  private static final int REGION = 3;
  private static final int ACCOUNT = 4;

  /** The role that reads a schema has its own rule among those of format conversion. */
  private static final String SCHEMA = "SchemaConfiguration";

  private PlaceRules() {}

  /**
   * AccessDeniedException for a role of another account than the caller's, at any depth, then
   * InvalidArgumentException for a secret of another region.
   *
   * @param configurations the members of a creation or an update
   */
  public static Optional<ServiceError> check(Caller caller, Structure configurations) {
    return roles(caller, configurations).or(() -> secrets(caller, configurations));
  }

  private static Optional<ServiceError> roles(Caller caller, Structure configurations) {
    return configurations
        .accept(new Structures(Optional.of(SCHEMA)))
        .flatMap(structure -> structure.text("RoleARN").stream())
        .filter(arn -> isElsewhere(arn, ACCOUNT, caller.account()))
        .findFirst()
        .map(arn -> KindErrors.roleOfAnotherAccount(caller.principalArn()));
  }

  private static Optional<ServiceError> secrets(Caller caller, Structure configurations) {
    return configurations
        .accept(new Structures(Optional.empty()))
        .flatMap(structure -> structure.structure(SecretsManagerRules.MEMBER).stream())
        .filter(secret -> secret.isTrue("Enabled"))
        .flatMap(secret -> secret.text("SecretARN").stream())
        .filter(arn -> isElsewhere(arn, REGION, caller.region()))
        .findFirst()
        .map(arn -> KindErrors.secretOfAnotherRegion());
  }

  /** Ignores texts that are no ARN: the shapes check those. */
  private static boolean isElsewhere(String arn, int part, String here) {
    List<String> parts = List.of(arn.split(":", -1));
    return parts.size() > ACCOUNT && !parts.get(part).equals(here);
  }

  /**
   * All structures of a document, outer ones first.
   *
   * @param except the member whose value is left out
   */
  private record Structures(Optional<String> except)
      implements Document.Visitor<Stream<Structure>> {
    @Override
    public Stream<Structure> visit(Structure document) {
      Structure inside = except.map(document::without).orElse(document);
      return Stream.concat(
          Stream.of(document),
          inside.members().values().stream().flatMap(member -> member.accept(this)));
    }

    @Override
    public Stream<Structure> visit(Sequence document) {
      return document.elements().stream().flatMap(element -> element.accept(this));
    }

    @Override
    public Stream<Structure> visit(Text document) {
      return Stream.empty();
    }

    @Override
    public Stream<Structure> visit(Numeric document) {
      return Stream.empty();
    }

    @Override
    public Stream<Structure> visit(Bool document) {
      return Stream.empty();
    }

    @Override
    public Stream<Structure> visit(Encrypted document) {
      return Stream.empty();
    }
  }
}
