/** Where a journal is stored: LevelDB folders, PostgreSQL. */
package io.hydrant.replay.source;
