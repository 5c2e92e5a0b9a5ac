/** Invocations of Lambda functions. */
package io.hydrant.delivery.lambda;
