/** The request and trace that a message or a log line belongs to. */
package io.hydrant.runtime.tracing;
