/** The shapes of both services as data, and the validator that checks requests against them. */
package io.hydrant.api.shape;
