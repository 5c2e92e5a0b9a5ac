package io.hydrant.acceptance.architecture.low;

import io.hydrant.acceptance.architecture.Root;
import java.util.List;

/** The other half. */
public record Low(List<Root> above) {
  /** A use that the compiled class shows, unlike a type argument. */
  public Root first() {
    return above.get(0);
  }
}
