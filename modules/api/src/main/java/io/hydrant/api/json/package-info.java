/** JSON helpers that several packages share. */
package io.hydrant.api.json;
