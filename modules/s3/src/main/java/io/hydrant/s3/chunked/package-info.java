/** The body encoding {@code aws-chunked}, signed or not, with trailing headers or without. */
package io.hydrant.s3.chunked;
