/** KMS keys, aliases and grants: every operation with its rule, and who may call it. */
package io.hydrant.core.kms;
