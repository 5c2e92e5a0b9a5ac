package io.hydrant.core.stream;

import io.hydrant.core.destination.CredentialRules;
import io.hydrant.core.destination.Destination;
import io.hydrant.core.destination.DestinationDescriptions;
import io.hydrant.core.destination.DestinationRules;
import io.hydrant.core.destination.DestinationUpdates;
import io.hydrant.core.destination.ObjectKeyRules;
import io.hydrant.core.destination.PlaceRules;
import io.hydrant.core.destination.S3PlaceRules;
import io.hydrant.core.destination.SourceRules;
import io.hydrant.core.destination.StoredDefaults;
import io.hydrant.core.destination.UpdateRules;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.NoOutput;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.util.Optional;

/**
 * UpdateDestination: merges what is given into the destination, if the caller knows its current
 * version. An update that changes nothing makes no new version. A secret that is given always
 * counts as a change, because encrypted secrets cannot be compared.
 *
 * @param updates every {@code …DestinationUpdate} member that was given, under its own name
 */
public record UpdateDestination(
    String currentDeliveryStreamVersionId, String destinationId, Structure updates)
    implements StreamCommand.OfExisting<NoOutput> {

  @Override
  public Decision<StreamEvent, NoOutput> decide(DeliveryStream stream, Instant now) {
    if (!stream.isActive()) {
      return Decision.refuse(StreamErrors.notActive(stream, "UpdateDestination"));
    }
    if (!stream.versionId().equals(currentDeliveryStreamVersionId)) {
      return Decision.refuse(StreamErrors.versionMismatch(stream, currentDeliveryStreamVersionId));
    }
    if (!DestinationDescriptions.DESTINATION_ID.equals(destinationId)) {
      return Decision.refuse(
          StreamErrors.invalidArgument("Destination Id " + destinationId + " not found."));
    }
    Destination before = stream.destination();
    return DestinationUpdates.merge(before, updates)
        .fold(merged -> checked(stream, before, merged, now), Decision::refuse);
  }

  /** Checks the call and its caller alone. */
  public Optional<ServiceError> check(Caller caller) {
    return PlaceRules.check(caller, updates);
  }

  /** Returns whether the update concerns the format conversion, so that its table is looked up. */
  public boolean changesConversion() {
    return updates
        .structure("ExtendedS3DestinationUpdate")
        .filter(s3 -> s3.has("DataFormatConversionConfiguration"))
        .isPresent();
  }

  private Decision<StreamEvent, NoOutput> checked(
      DeliveryStream stream, Destination before, Destination merged, Instant now) {
    Destination after = StoredDefaults.fill(merged);
    return UpdateRules.check(before, merged)
        .or(() -> DestinationRules.check(merged))
        .or(() -> SourceRules.check(stream.type(), merged))
        .or(() -> CredentialRules.atUpdate(stream.destination(), merged, updates))
        .or(() -> S3PlaceRules.check(stream.arn().account(), stream.arn().region(), merged))
        .or(() -> ObjectKeyRules.check(merged, stream.arn().name()))
        .<Decision<StreamEvent, NoOutput>>map(Decision::refuse)
        .orElseGet(
            () ->
                after.equals(before)
                    ? Decision.answer(new NoOutput())
                    : Decision.store(
                        new StreamEvent.DestinationUpdated(now, after), new NoOutput()));
  }
}
