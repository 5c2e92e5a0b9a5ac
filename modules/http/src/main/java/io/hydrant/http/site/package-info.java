/** The rules about the web sites and host names that may call the node's routes. */
package io.hydrant.http.site;
