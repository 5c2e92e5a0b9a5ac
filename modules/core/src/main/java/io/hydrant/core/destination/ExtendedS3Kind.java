package io.hydrant.core.destination;

/** A bucket, with the members of the newer configuration. */
final class ExtendedS3Kind extends S3Kind {
  @Override
  public boolean keepsFullBackup() {
    return true;
  }
}
