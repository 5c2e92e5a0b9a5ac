/** What all commands share on a terminal. */
package io.hydrant.cli.terminal;
