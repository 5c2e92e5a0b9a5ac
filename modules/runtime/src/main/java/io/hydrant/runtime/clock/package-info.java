/** The virtual clock. */
package io.hydrant.runtime.clock;
