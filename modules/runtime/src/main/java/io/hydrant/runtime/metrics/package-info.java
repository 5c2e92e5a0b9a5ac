/** What the actors report to those who measure. */
package io.hydrant.runtime.metrics;
