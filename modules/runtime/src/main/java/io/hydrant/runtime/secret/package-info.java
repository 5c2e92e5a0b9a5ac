/** The secrets of destinations, encrypted under a key of the node. */
package io.hydrant.runtime.secret;
