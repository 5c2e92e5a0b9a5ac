/** Signature Version 4, verified. */
package io.hydrant.http.auth.signature;
