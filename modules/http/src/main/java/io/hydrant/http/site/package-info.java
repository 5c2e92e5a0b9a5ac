/** Which web sites and host names may call which routes. */
package io.hydrant.http.site;
