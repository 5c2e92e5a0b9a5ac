/** The ports of a node: the interfaces that the HTTP server calls, over types of the core. */
package io.hydrant.api.port;
