/** The documents that tools set beside a bucket: what each one is, and what is acted on. */
package io.hydrant.s3.configuration;
