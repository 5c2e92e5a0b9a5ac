/** Keeps refused calls beside the journal. */
package io.hydrant.replay.audit;
