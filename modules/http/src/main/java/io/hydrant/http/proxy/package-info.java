/** Requests that another service answers. */
package io.hydrant.http.proxy;
