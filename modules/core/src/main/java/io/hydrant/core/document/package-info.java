/** Untyped structures, as configurations and policies carry them. */
package io.hydrant.core.document;
