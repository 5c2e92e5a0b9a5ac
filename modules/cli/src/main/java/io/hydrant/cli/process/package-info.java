/** Nodes as processes of their own, for commands and tests. */
package io.hydrant.cli.process;
