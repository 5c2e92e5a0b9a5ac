/** Exported journals as files: a chain of hashed lines, redaction, import. */
package io.hydrant.replay.archive;
