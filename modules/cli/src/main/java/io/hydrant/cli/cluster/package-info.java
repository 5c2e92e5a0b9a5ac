/** The command {@code cluster}: several nodes on one machine. */
package io.hydrant.cli.cluster;
