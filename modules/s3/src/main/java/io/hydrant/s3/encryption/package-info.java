/** Encryption of objects at rest: data keys, and files that are sealed under them. */
package io.hydrant.s3.encryption;
