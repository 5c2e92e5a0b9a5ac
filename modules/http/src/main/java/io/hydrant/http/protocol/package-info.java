/** The protocols of requests, and the form of their errors. */
package io.hydrant.http.protocol;
