/** The form of the files that describe buckets and objects. */
package io.hydrant.s3.json;
