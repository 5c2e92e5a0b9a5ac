/**
 * The way of an API call to its operation: the call context and a chain of interceptors that
 * observe, check or refuse the call.
 */
package io.hydrant.api.call;
