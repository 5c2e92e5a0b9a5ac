package io.hydrant.http;

/**
 * What the door is told.
 *
 * @param account of callers whose access key is no account number
 * @param apiBodyBytesMax the largest body of an API call
 */
public record HttpSettings(String host, int port, String account, long apiBodyBytesMax) {}
