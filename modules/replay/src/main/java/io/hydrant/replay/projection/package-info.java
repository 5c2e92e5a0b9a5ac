/** Histories folded to states, and timelines of entities that belong together. */
package io.hydrant.replay.projection;
