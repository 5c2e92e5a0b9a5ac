/** AWS JSON 1.1 and STS requests and their responses. */
package io.hydrant.http.api;
