package io.hydrant.core.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The identity that makes a request. */
public sealed interface Principal {
  <R> R accept(Visitor<R> visitor);

  /** Has one method per case: code that lacks a case does not compile. */
  interface Visitor<R> {
    R visit(Root root);

    R visit(User user);

    R visit(Role role);

    R visit(Session session);

    R visit(Service service);

    R visit(Anonymous anonymous);
  }

  /** The name in messages; of a service its host name, for it has no ARN. */
  String arn();

  /** Empty for a service, which belongs to no account. */
  Optional<String> account();

  /** Returns the values of the principal's own condition keys. */
  Map<String, List<String>> facts();

  /** The account's owner, who has no identity policies. */
  record Root(String id) implements Principal {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public String arn() {
      return PrincipalArns.iam(id, "root");
    }

    @Override
    public Optional<String> account() {
      return Optional.of(id);
    }

    @Override
    public Map<String, List<String>> facts() {
      return PrincipalConditionKeys.of(id, arn(), "Account", Map.of("aws:userid", List.of(id)));
    }
  }

  /**
   * @param name with its path, for example {@code staff/Alice}
   */
  record User(String accountId, String name) implements Principal {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public String arn() {
      return PrincipalArns.iam(accountId, "user/" + name);
    }

    @Override
    public Optional<String> account() {
      return Optional.of(accountId);
    }

    @Override
    public Map<String, List<String>> facts() {
      Map<String, List<String>> own = Map.of("aws:username", List.of(PrincipalArns.lastOf(name)));
      return PrincipalConditionKeys.of(accountId, arn(), "User", own);
    }
  }

  /**
   * @param name with its path
   */
  record Role(String accountId, String name) implements Principal {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public String arn() {
      return PrincipalArns.iam(accountId, "role/" + name);
    }

    @Override
    public Optional<String> account() {
      return Optional.of(accountId);
    }

    @Override
    public Map<String, List<String>> facts() {
      return PrincipalConditionKeys.of(accountId, arn(), "AssumedRole", Map.of());
    }
  }

  /**
   * A principal that assumed a role. The session's ARN leaves out the role's path, so the role is
   * kept.
   */
  record Session(Role role, String name) implements Principal {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public String arn() {
      String path = "assumed-role/" + PrincipalArns.lastOf(role.name()) + "/" + name;
      return "arn:aws:sts::" + role.accountId() + ":" + path;
    }

    @Override
    public Optional<String> account() {
      return role.account();
    }

    /** Those of the role: aws:PrincipalArn is never a session's. */
    @Override
    public Map<String, List<String>> facts() {
      return role.facts();
    }
  }

  /**
   * @param name for example {@code firehose.amazonaws.com}
   */
  record Service(String name) implements Principal {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public String arn() {
      return name;
    }

    @Override
    public Optional<String> account() {
      return Optional.empty();
    }

    @Override
    public Map<String, List<String>> facts() {
      return PrincipalConditionKeys.ofService(name);
    }
  }

  /** The sender of a request without credentials. Only policies that name everyone name it. */
  record Anonymous() implements Principal {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public String arn() {
      return "anonymous";
    }

    @Override
    public Optional<String> account() {
      return Optional.empty();
    }

    @Override
    public Map<String, List<String>> facts() {
      return Map.of("aws:PrincipalType", List.of("Anonymous"));
    }
  }
}
