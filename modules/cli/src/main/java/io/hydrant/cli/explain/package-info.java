/** The command {@code explain}: which policy statement allows or denies a call. */
package io.hydrant.cli.explain;
