package io.hydrant.core.destination;

import io.hydrant.core.document.Document;
import io.hydrant.core.document.Document.Sequence;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.ServiceError;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules for the access key and attributes that every request to an HTTP endpoint carries. */
final class HttpEndpointRules {
  private HttpEndpointRules() {}

  /** Two common attributes do not share a name. Recorded from AWS, September 2026. */
  static Optional<ServiceError> check(Structure configuration) {
    Set<String> names = new HashSet<>();
    return attributes(configuration).stream()
        .filter(Structure.class::isInstance)
        .flatMap(attribute -> ((Structure) attribute).text("AttributeName").stream())
        .filter(name -> !names.add(name))
        .findFirst()
        .map(KindErrors::duplicateAttribute);
  }

  private static List<Document> attributes(Structure configuration) {
    return configuration
        .structure("RequestConfiguration")
        .flatMap(request -> request.get("CommonAttributes"))
        .filter(Sequence.class::isInstance)
        .map(attributes -> ((Sequence) attributes).elements())
        .orElse(List.of());
  }
}
