/** Folds histories to states, and merges the histories of related entities into timelines. */
package io.hydrant.replay.projection;
