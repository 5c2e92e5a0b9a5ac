/** Web pages that show streams, keys and their history. */
package io.hydrant.inspector;
