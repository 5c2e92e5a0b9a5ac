/** Which protocol a request speaks, and how each reports an error. */
package io.hydrant.http.protocol;
