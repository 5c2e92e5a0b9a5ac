/** Fault injection: which calls fail or wait, and how often. */
package io.hydrant.core.fault;
