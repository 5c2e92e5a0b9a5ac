/** The JSON of the Firehose operations. */
package io.hydrant.api.firehose;
