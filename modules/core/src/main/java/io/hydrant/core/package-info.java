/** The rules of the product as pure functions on records; this package lists all entities. */
package io.hydrant.core;
