/**
 * What surrounds an API call on its way to an operation: authorization, rates, the call context,
 * failed calls.
 */
package io.hydrant.api.call;
