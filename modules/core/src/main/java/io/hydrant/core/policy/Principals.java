package io.hydrant.core.policy;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The Principal or NotPrincipal element of a statement.
 *
 * @param everyone {@code "*"}
 * @param aws accounts, and ARNs of users, roles and sessions
 * @param services for example {@code firehose.amazonaws.com}
 * @param inverted NotPrincipal
 */
public record Principals(
    boolean everyone, List<String> aws, List<String> services, boolean inverted) {
  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}|aws-[a-z]+");
  private static final Pattern ROOT = Pattern.compile("arn:[a-z-]+:iam::([^:]*):root");

  public Principals {
    aws = List.copyOf(aws);
    services = List.copyOf(services);
  }

  /** Whether the element names the principal itself, everyone, or the principal's whole account. */
  boolean match(Principal principal) {
    return names(principal) != inverted;
  }

  private boolean names(Principal principal) {
    return everyone
        || namesItself(principal)
        || aws.stream().anyMatch(each -> isAccount(each, principal.account()));
  }

  /**
   * Whether the element names the principal itself and not only its account: an account that is
   * allowed leaves it to its own policies whom of its principals it lets in.
   */
  boolean matchDirectly(Principal principal) {
    return inverted
        ? match(principal)
        : everyone
            || namesItself(principal)
            || (principal.kind() == Principal.Kind.ROOT && match(principal));
  }

  private boolean namesItself(Principal principal) {
    return principal.isService()
        ? services.contains(principal.arn())
        : aws.contains(principal.arn()) || principal.roleArn().stream().anyMatch(aws::contains);
  }

  private static boolean isAccount(String text, String account) {
    return ACCOUNT.matcher(text).matches()
        ? text.equals(account)
        : ROOT.matcher(text).results().anyMatch(root -> root.group(1).equals(account));
  }
}
