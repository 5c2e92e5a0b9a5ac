/** Answers questions about a journal: states, differences, reasons of failed calls, what if. */
package io.hydrant.replay.query;
