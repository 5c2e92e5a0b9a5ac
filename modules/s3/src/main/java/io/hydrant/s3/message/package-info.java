/** A request and a response of S3, independent of the web server. */
package io.hydrant.s3.message;
