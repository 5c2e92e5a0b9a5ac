/** Firehose calls that need several entities: puts, encryption, creation, deletion. */
package io.hydrant.runtime.stream;
