package io.hydrant.delivery;

import io.hydrant.core.destination.S3Access;
import java.util.Optional;

/**
 * The place and the properties of an object to write.
 *
 * @param contentEncoding the object's Content-Encoding; empty for none
 * @param access who writes it, and under which key
 */
public record ObjectWrite(
    String bucket, String key, Optional<String> contentEncoding, S3Access access) {}
