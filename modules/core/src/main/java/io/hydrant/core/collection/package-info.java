/** Collections with bounds or with cheap copies. */
package io.hydrant.core.collection;
