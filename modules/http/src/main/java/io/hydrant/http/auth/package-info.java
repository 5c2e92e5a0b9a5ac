/** Authentication: finds the caller that an Authorization header names. */
package io.hydrant.http.auth;
