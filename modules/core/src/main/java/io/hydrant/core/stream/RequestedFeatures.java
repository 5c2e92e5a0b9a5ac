package io.hydrant.core.stream;

import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.destination.Destination;
import io.hydrant.core.destination.DestinationType;
import io.hydrant.core.document.Document.Structure;

/** Reads from a stream's configuration which features it asks for. */
record RequestedFeatures(DeliveryStreamType type, Structure sources, Destination destination) {
  boolean deliversTo(DestinationType wanted) {
    return destination.type() == wanted;
  }

  boolean reads(DeliveryStreamType source) {
    return type == source;
  }

  /**
   * A structure with a member {@code Enabled}.
   *
   * @param byDefault the result where the structure is given without {@code Enabled}
   */
  boolean enables(String member, boolean byDefault) {
    return configuration()
        .structure(member)
        .filter(part -> part.has("Enabled") ? part.isTrue("Enabled") : byDefault)
        .isPresent();
  }

  boolean convertsToOrc() {
    return enables("DataFormatConversionConfiguration", true)
        && configuration()
            .structure("DataFormatConversionConfiguration")
            .flatMap(conversion -> conversion.structure("OutputFormatConfiguration"))
            .flatMap(output -> output.structure("Serializer"))
            .filter(serializer -> serializer.has("OrcSerDe"))
            .isPresent();
  }

  private Structure configuration() {
    return destination.configuration();
  }
}
