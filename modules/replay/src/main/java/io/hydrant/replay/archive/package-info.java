/** Writes and reads exported journals: a chain of hashed lines, redaction, import. */
package io.hydrant.replay.archive;
