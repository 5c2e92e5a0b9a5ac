/**
 * Tests of whole nodes through the clients of their users, of the architecture, and of the
 * documents.
 */
package io.hydrant.acceptance;
