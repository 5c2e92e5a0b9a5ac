package io.hydrant.core.stream;

import io.hydrant.core.destination.CredentialRules;
import io.hydrant.core.destination.DeliveryStreamType;
import io.hydrant.core.destination.Destination;
import io.hydrant.core.destination.DestinationRules;
import io.hydrant.core.destination.Destinations;
import io.hydrant.core.destination.ObjectKeyRules;
import io.hydrant.core.destination.PlaceRules;
import io.hydrant.core.destination.S3PlaceRules;
import io.hydrant.core.destination.SourceRules;
import io.hydrant.core.destination.Sources;
import io.hydrant.core.destination.StoredDefaults;
import io.hydrant.core.document.Document.Structure;
import io.hydrant.core.entity.Decision;
import io.hydrant.core.entity.Reply;
import io.hydrant.core.entity.ServiceError;
import io.hydrant.core.id.Caller;
import io.hydrant.core.id.StreamArn;
import io.hydrant.core.id.StreamName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * CreateDeliveryStream: "an asynchronous operation that immediately returns"; CREATING, then ACTIVE
 * or CREATING_FAILED.
 *
 * @param target the key to encrypt with, already resolved; empty without encryption
 */
public record CreateDeliveryStream(
    StreamArn arn, Input input, Optional<ResolvedKey> target, TransitionDelays pace, Caller caller)
    implements StreamCommand<CreateDeliveryStream.Output> {

  /**
   * The call's members.
   *
   * @param type {@link DeliveryStreamType#DIRECT_PUT} where the member is missing
   * @param configurations every {@code …Configuration} member that was given, destinations and
   *     sources alike, under its own name
   */
  public record Input(
      DeliveryStreamType type,
      Optional<EncryptionConfigurationInput> encryption,
      Structure configurations,
      List<Tag> tags) {}

  public record Output(StreamArn arn) {}

  @Override
  public Decision<StreamEvent, Output> decide(StreamState state, Instant now) {
    if (state instanceof DeliveryStream) {
      return Decision.refuse(StreamErrors.alreadyExists(arn));
    }
    Optional<ServiceError> wrong = check(caller, arn.name(), input);
    if (wrong.isPresent()) {
      return Decision.refuse(wrong.get());
    }
    return Destinations.choose(input.configurations())
        .fold(destination -> created(state, destination, now), Decision::refuse);
  }

  private Decision<StreamEvent, Output> created(
      StreamState state, Destination destination, Instant now) {
    StreamEvent created =
        new StreamEvent.StreamCreated(
            now,
            arn,
            input.type(),
            Sources.sourcesOf(input.configurations()),
            StoredDefaults.fill(destination),
            input.tags(),
            target,
            now.plus(pace.creating()));
    return new Decision<>(
        SessionAge.beginning(state, created, now), Reply.success(new Output(arn)));
  }

  /** Checks the call and its caller, before the key is resolved or the name registered. */
  public static Optional<ServiceError> check(Caller caller, StreamName name, Input input) {
    return check(name, input)
        .or(() -> PlaceRules.check(caller, input.configurations()))
        .or(() -> places(caller, input));
  }

  private static Optional<ServiceError> places(Caller caller, Input input) {
    return Destinations.choose(input.configurations())
        .fold(
            destination -> S3PlaceRules.check(caller.account(), caller.region(), destination),
            Optional::of);
  }

  /** Checks the call alone. */
  public static Optional<ServiceError> check(StreamName name, Input input) {
    return Sources.check(input.type(), input.configurations())
        .or(() -> refusal(name, input))
        .or(() -> EncryptionValidation.checkAtCreation(input.type(), input.encryption()))
        .or(() -> TagRules.check(input.tags()));
  }

  private static Optional<ServiceError> refusal(StreamName name, Input input) {
    return Destinations.choose(input.configurations())
        .fold(
            destination ->
                DestinationRules.check(destination)
                    .or(() -> SourceRules.check(input.type(), destination))
                    .or(
                        () ->
                            CredentialRules.atCreation(destination.type(), input.configurations()))
                    .or(() -> ObjectKeyRules.check(destination, name)),
            Optional::of);
  }
}
