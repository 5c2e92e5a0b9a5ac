package io.hydrant.http;

import io.hydrant.http.connection.ConnectionBounds;
import java.util.Set;

/**
 * The settings of the node's HTTP server.
 *
 * @param hosts names by which browsers may reach the admin routes, besides loopback and addresses
 * @param account of callers whose access key is no account number
 * @param apiBodyBytesMax the largest body of an API call
 * @param apiRateLimited whether control calls are held to AWS's rate
 */
public record HttpSettings(
    String host,
    int port,
    Set<String> hosts,
    ConnectionBounds connections,
    String account,
    long apiBodyBytesMax,
    boolean apiRateLimited) {}
