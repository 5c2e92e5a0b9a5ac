/** The command {@code serve}: one node. */
package io.hydrant.cli.serve;
