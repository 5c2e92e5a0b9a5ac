/** Objects, their compression, and their upload to an external S3. */
package io.hydrant.delivery;
