/** Uploads in parts, before they become an object. */
package io.hydrant.s3.multipart;
