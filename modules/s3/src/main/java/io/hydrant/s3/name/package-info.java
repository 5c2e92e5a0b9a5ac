/** The rules for names of buckets and objects. */
package io.hydrant.s3.name;
