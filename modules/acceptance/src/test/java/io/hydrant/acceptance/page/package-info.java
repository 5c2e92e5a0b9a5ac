/** The living specification: every fact of the API page, and the tests that prove it. */
package io.hydrant.acceptance.page;
