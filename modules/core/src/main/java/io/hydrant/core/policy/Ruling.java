package io.hydrant.core.policy;

import java.util.List;

/** Whether a request may be carried out, and by what. */
public sealed interface Ruling {
  /** The statements that decided; none where a grant or the lack of a statement did. */
  List<Decider> deciders();

  /** Why, for people. */
  String words();

  boolean allowed();

  /** With an identity policy's statement first, then the key policy's. */
  record Allowed(List<Decider> deciders, String words) implements Ruling {
    public Allowed {
      deciders = List.copyOf(deciders);
    }

    @Override
    public boolean allowed() {
      return true;
    }
  }

  record Denied(Denial denial, List<Decider> deciders, String words) implements Ruling {
    public Denied {
      deciders = List.copyOf(deciders);
    }

    @Override
    public boolean allowed() {
      return false;
    }
  }
}
