/** The JSON of the KMS operations, one file an operation. */
package io.hydrant.api.kms;
