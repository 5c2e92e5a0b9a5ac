/**
 * The delivery stream: every Firehose operation with its rule, and the state machine of its
 * encryption.
 */
package io.hydrant.core.stream;
