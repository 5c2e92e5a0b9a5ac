/** The checks that every request passes first: connections, other sites, slow bodies. */
package io.hydrant.http.guard;
