/** Bodies, forms and paths of requests as the client sent them. */
package io.hydrant.http.body;
