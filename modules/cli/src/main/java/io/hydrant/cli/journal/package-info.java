/** The commands {@code journal …}: they read, compare, export and import journals. */
package io.hydrant.cli.journal;
