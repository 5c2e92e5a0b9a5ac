/** Objects, their compression, and the client of an external S3. */
package io.hydrant.delivery;
