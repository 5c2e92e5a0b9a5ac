/** The IAM policy language: reading, matching, evaluating. */
package io.hydrant.core.policy;
