package io.hydrant.http;

import io.hydrant.http.connection.ConnectionBounds;
import java.util.Set;

/**
 * The settings of the node's HTTP server.
 *
 * @param port the port; 0 for any free one
 * @param hosts names by which browsers may reach the admin routes, besides loopback and addresses
 * @param connections the number of open connections and their timeouts
 * @param account the 12-digit account of callers who are no identities and whose access key is no
 *     account number
 * @param apiBodyBytesMax the largest body of an API call, in bytes
 * @param apiRateLimited whether control calls are limited to AWS's rate
 */
public record HttpSettings(
    String host,
    int port,
    Set<String> hosts,
    ConnectionBounds connections,
    String account,
    long apiBodyBytesMax,
    boolean apiRateLimited) {}
