/** Reading the journal while the node runs. */
package io.hydrant.runtime.journal;
