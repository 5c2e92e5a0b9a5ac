package io.hydrant.core.policy;

import java.util.List;

/** The decision whether a request is allowed, with its reason. */
public sealed interface AuthorizationDecision {
  /** The statements that decided; none where a grant or the lack of a statement did. */
  List<MatchedStatement> deciders();

  /** Returns the reason in a sentence for a person. */
  String words();

  boolean allowed();

  /** With an identity policy's statement first, then the key policy's. */
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
