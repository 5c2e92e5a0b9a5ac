/** Objects, their compression, and the embedded S3. */
package io.hydrant.delivery;
