/** The JSON of the KMS operations, one file a subject. */
package io.hydrant.api.kms;
