/** The actors of a node: it starts, connects and stops them. */
package io.hydrant.runtime;
