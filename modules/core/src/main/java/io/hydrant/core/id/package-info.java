/** Identifiers and small values that all entities share. */
package io.hydrant.core.id;
