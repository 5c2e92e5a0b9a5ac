/** The JSON of the Firehose operations, one file an operation. */
package io.hydrant.api.firehose;
