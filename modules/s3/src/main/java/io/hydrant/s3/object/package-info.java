/** What S3 stores about an object besides its bytes. */
package io.hydrant.s3.object;
