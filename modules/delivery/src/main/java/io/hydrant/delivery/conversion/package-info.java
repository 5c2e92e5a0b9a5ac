/** Records become files in a format with columns, and failed ones lines of an error object. */
package io.hydrant.delivery.conversion;
