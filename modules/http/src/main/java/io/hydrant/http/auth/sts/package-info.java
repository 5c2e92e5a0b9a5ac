/** The operations of STS. */
package io.hydrant.http.auth.sts;
