package io.hydrant.http;

/**
 * What the door is told.
 *
 * @param account of callers whose access key is no account number
 * @param apiBodyBytesMax the largest body of an API call
 * @param apiRateLimited whether control calls are held to AWS's rate
 */
public record HttpSettings(
    String host, int port, String account, long apiBodyBytesMax, boolean apiRateLimited) {}
