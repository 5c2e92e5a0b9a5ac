/** Who calls: from the Authorization header to a caller. */
package io.hydrant.http.auth;
