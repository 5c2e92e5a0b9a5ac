/** The checksums by which S3 verifies objects. */
package io.hydrant.s3.checksum;
