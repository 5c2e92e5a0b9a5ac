/** Failed calls, kept beside the journal. */
package io.hydrant.replay.audit;
