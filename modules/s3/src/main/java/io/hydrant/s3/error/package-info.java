/** The errors of S3: a code, an HTTP status and AWS's message. */
package io.hydrant.s3.error;
