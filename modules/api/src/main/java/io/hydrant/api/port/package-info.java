/** What the web server needs of a node, as interfaces over types of the core. */
package io.hydrant.api.port;
