/** Decides by identity policies and bucket policies who may do what. */
package io.hydrant.s3.authorization;
