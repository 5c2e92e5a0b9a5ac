package io.hydrant.core.destination;

import io.hydrant.core.buffer.OutputPlace;
import io.hydrant.core.buffer.S3ObjectLocation;
import java.util.Optional;

/**
 * The objects of one batch.
 *
 * @param errors the object of those records whose format cannot be converted; empty where no format
 *     is converted
 */
public record ObjectPlan(S3ObjectLocation target, Optional<S3ObjectLocation> errors) {
  private static final String UNCOMPRESSED = "UNCOMPRESSED";
  private static final String CONVERSION_FAILED = "format-conversion-failed";

  /**
   * Names the objects.
   *
   * @param conversion of the destination; empty where it converts no format
   * @param place the place of processed records; empty for records that are delivered as they came
   * @return empty where the destination has no bucket for them
   */
  public static Optional<ObjectPlan> of(
      Destination destination,
      Optional<Conversion> conversion,
      Optional<OutputPlace> place,
      ObjectNames.Facts facts) {
    OutputPlace of = place.orElseGet(OutputPlace::data);
    return switch (of.kind()) {
      case DATA -> S3Target.of(destination).map(target -> data(target, conversion, of, facts));
      case ERRORS ->
          S3Target.of(destination)
              .map(
                  target ->
                      new ObjectPlan(errors(target, of.errorType(), facts), Optional.empty()));
      case BACKUP ->
          Processing.of(destination)
              .backup()
              .map(target -> new ObjectPlan(backup(target, facts), Optional.empty()));
    };
  }

  private static ObjectPlan data(
      S3Target target,
      Optional<Conversion> conversion,
      OutputPlace place,
      ObjectNames.Facts facts) {
    String extension =
        conversion
            .map(Conversion::extension)
            .orElseGet(() -> ObjectNames.extension(target.compression()));
    String key = ObjectNames.name(target, facts, extension, place.queryKeys(), place.lambdaKeys());
    return new ObjectPlan(
        new S3ObjectLocation(target.bucket(), key, target.compression()),
        conversion.map(converted -> errors(target, CONVERSION_FAILED, facts)));
  }

  private static S3ObjectLocation errors(
      S3Target target, String errorType, ObjectNames.Facts facts) {
    return new S3ObjectLocation(
        target.bucket(), ObjectNames.errors(target, facts, errorType), UNCOMPRESSED);
  }

  private static S3ObjectLocation backup(S3Target target, ObjectNames.Facts facts) {
    String extension = ObjectNames.extension(target.compression());
    return new S3ObjectLocation(
        target.bucket(), ObjectNames.name(target, facts, extension), target.compression());
  }
}
