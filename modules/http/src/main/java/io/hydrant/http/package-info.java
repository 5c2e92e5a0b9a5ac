/** The web server of a node: it sends each request to the API, the admin routes or STS. */
package io.hydrant.http;
