/** Queries of jq 1.6, with the time functions that the library lacks. */
package io.hydrant.delivery.jq;
