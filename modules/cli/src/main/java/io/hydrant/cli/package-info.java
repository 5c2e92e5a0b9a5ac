/** The command line {@code hydrant}. */
package io.hydrant.cli;
