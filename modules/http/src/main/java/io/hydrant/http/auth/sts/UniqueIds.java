package io.hydrant.http.auth.sts;

import io.hydrant.core.policy.Principal;
import io.hydrant.core.policy.PrincipalArns;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The unique ids that IAM gives its principals; here they follow from the ARN. */
final class UniqueIds {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int CHARS = 17;
  private static final int BITS = 5;

  private UniqueIds() {}

  /** Returns the UserId of GetCallerIdentity. */
  static String of(String principalArn) {
    return PrincipalArns.principal(principalArn).orElseThrow().accept(new UserId());
  }

  private record UserId() implements Principal.Visitor<String> {
    @Override
    public String visit(Principal.Root root) {
      return root.id();
    }

    @Override
    public String visit(Principal.User user) {
      return "AIDA" + letters(user.arn());
    }

    @Override
    public String visit(Principal.Role role) {
      return role(role);
    }

    @Override
    public String visit(Principal.Session session) {
      return role(session.role()) + ":" + session.name();
    }

    /** No service signs calls to this node with an identity of its own. */
    @Override
    public String visit(Principal.Service service) {
      return service.name();
    }

    /** Requests of STS name an access key. */
    @Override
    public String visit(Principal.Anonymous anonymous) {
      return anonymous.arn();
    }
  }

  /** Derives the id from the role's name without its path, which sessions do not have. */
  private static String role(Principal.Role role) {
    String name = role.name().substring(role.name().lastIndexOf('/') + 1);
    return "AROA" + letters(role.accountId() + "/" + name);
  }

  private static String letters(String text) {
    UUID hash = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < CHARS; i++) {
      long bits = i % 2 == 0 ? hash.getMostSignificantBits() : hash.getLeastSignificantBits();
      letters.append(ALPHABET.charAt((int) (bits >>> (i / 2 * BITS)) & (ALPHABET.length() - 1)));
    }
    return letters.toString();
  }
}
