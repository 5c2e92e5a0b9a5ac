/** Destinations of streams: rules, defaults, descriptions, updates, object names. */
package io.hydrant.core.destination;
