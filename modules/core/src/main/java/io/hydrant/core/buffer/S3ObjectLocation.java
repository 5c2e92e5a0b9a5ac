package io.hydrant.core.buffer;

/** One object in a bucket, and how its bytes are compressed (the API's CompressionFormat). */
public record S3ObjectLocation(String bucket, String key, String compression) {}
