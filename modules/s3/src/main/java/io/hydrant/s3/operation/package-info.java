/** The operations of S3, and the table that finds the operation of a request. */
package io.hydrant.s3.operation;
