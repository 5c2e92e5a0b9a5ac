/** The content of an object on its way from a client: decoded, verified, written. */
package io.hydrant.s3.content;
