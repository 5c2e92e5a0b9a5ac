/** A node: settings, wiring, listening. It can be embedded. */
package io.hydrant.server;
