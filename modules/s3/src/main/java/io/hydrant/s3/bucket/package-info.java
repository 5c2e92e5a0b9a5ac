/** A bucket and its configurations. */
package io.hydrant.s3.bucket;
