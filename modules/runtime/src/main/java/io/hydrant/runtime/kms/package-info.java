/** The embedded KMS and the client of an external one, behind one port. */
package io.hydrant.runtime.kms;
