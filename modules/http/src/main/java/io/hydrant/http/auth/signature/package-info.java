/** Signatures of version 4, and of version 2 for S3, verified. */
package io.hydrant.http.auth.signature;
