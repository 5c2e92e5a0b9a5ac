/** The entity that knows the names of all streams of an account and region. */
package io.hydrant.core.directory;
