/** Reads journals where they are stored: LevelDB folders, PostgreSQL. */
package io.hydrant.replay.source;
