package io.hydrant.s3.content;

import io.hydrant.s3.object.StoredChecksum;

/**
 * Content that arrived whole and is what the client sent.
 *
 * @param size in bytes
 * @param md5 in hexadecimal digits
 */
public record ReceivedContent(long size, String md5, StoredChecksum checksum) {}
