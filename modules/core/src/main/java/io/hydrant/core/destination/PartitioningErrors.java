package io.hydrant.core.destination;

import io.hydrant.core.entity.ServiceError;

/**
 * The refusals of dynamic partitioning. The words were recorded from AWS, or reported by its users
 * and its own tools, unless a method says that they are assumed.
 */
final class PartitioningErrors {
  private PartitioningErrors() {}

  static ServiceError bufferSize(int min) {
    return invalid(
        "BufferingHints.SizeInMBs must be at least "
            + min
            + " when Dynamic Partitioning is enabled.");
  }

  static ServiceError bufferInterval(int min) {
    return invalid(
        "BufferingHints.IntervalInSeconds must be at least "
            + min
            + " seconds when Dynamic Partitioning is enabled.");
  }

  static ServiceError noNamespace() {
    return invalid(
        "S3 Prefix should contain Dynamic Partitioning namespaces when Dynamic Partitioning is"
            + " enabled");
  }

  static ServiceError noProcessing() {
    return invalid("Processing Configuration is not enabled when DataPartitioning is enabled");
  }

  static ServiceError noExtraction() {
    return invalid(
        "MetadataExtraction processor should be present when S3 Prefix has partitionKeyFromQuery"
            + " namespace.");
  }

  static ServiceError noLambda() {
    return invalid(
        "Lambda should be present when S3 Prefix contains keys from partitionKeyFromLambda"
            + " namespace");
  }

  static ServiceError unusedKey() {
    return invalid(
        "MetaDataExtraction JQ Query can't contain keys that are not present in the S3 Prefix"
            + " expression");
  }

  static ServiceError namespaceWithoutPartitioning() {
    return invalid(
        "Dynamic Partitioning Namespaces can only be part of a prefix expression when Dynamic"
            + " Partitioning is enabled.");
  }

  static ServiceError namespaceInErrorPrefix() {
    return invalid("Dynamic Partitioning Namespaces can't be part of an error prefix expression");
  }

  /** Assumed words, after those about decompression. */
  static ServiceError enabledLater() {
    return invalid("Enabling Dynamic Partitioning is not supported for existing stream.");
  }

  /** Assumed words, after those about the backup. */
  static ServiceError disabledLater() {
    return invalid("Disabling Dynamic Partitioning is not currently supported.");
  }

  private static ServiceError invalid(String message) {
    return DestinationErrors.invalid(message);
  }
}
