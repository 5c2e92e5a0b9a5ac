package io.hydrant.core.buffer;

/** An object in a bucket, with its compression (the API's CompressionFormat). */
public record S3ObjectLocation(String bucket, String key, String compression) {}
