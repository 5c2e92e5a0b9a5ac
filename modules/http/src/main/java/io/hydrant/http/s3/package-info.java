/** Requests of S3 over HTTP: their addresses, their bodies and their answers. */
package io.hydrant.http.s3;
