package io.hydrant.core.policy;

import java.util.List;

/** The decision whether a request is allowed, with its reason. */
public sealed interface AuthorizationDecision {
  /** Returns the statements that decided; none where a grant decided or no statement matched. */
  List<MatchedStatement> deciders();

  /** Returns the reason in a sentence for a person. */
  String words();

  boolean allowed();

  /** Allowed; the statement of an identity policy comes before that of the key policy. */
  record Allowed(List<MatchedStatement> deciders, String words) implements AuthorizationDecision {
    public Allowed {
      deciders = List.copyOf(deciders);
    }

    @Override
    public boolean allowed() {
      return true;
    }
  }

  record Denied(DenyReason denial, List<MatchedStatement> deciders, String words)
      implements AuthorizationDecision {
    public Denied {
      deciders = List.copyOf(deciders);
    }

    @Override
    public boolean allowed() {
      return false;
    }
  }
}
