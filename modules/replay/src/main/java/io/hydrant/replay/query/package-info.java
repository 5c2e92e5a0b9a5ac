/** Questions about a journal: a state at a time, differences, why a call failed, what if. */
package io.hydrant.replay.query;
