/** A journal read back. */
package io.hydrant.replay;
