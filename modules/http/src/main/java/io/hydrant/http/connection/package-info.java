/** Bounds of connections: idle, slow and too many. */
package io.hydrant.http.connection;
