/** AES-GCM and key derivation. */
package io.hydrant.runtime.crypto;
