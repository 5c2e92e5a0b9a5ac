/** Buckets and objects as files: names, atomic writes, listings. */
package io.hydrant.s3.storage;
