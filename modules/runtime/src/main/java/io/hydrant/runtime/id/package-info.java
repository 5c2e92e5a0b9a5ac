/** Ids of entities. */
package io.hydrant.runtime.id;
