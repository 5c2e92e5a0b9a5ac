/** Records between a stream's buffer and its destination: processors and Lambda functions. */
package io.hydrant.delivery.processing;
