/** Identities, their credentials and policies, and sessions. */
package io.hydrant.http.auth.identity;
