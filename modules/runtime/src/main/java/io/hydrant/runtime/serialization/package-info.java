/** Messages between nodes as CBOR. */
package io.hydrant.runtime.serialization;
