package io.hydrant.runtime.kms;

import io.hydrant.core.kms.Key;
import io.hydrant.core.kms.KeyDirectory;
import io.hydrant.core.kms.KeyDirectoryEvent;
import io.hydrant.core.kms.KeyEvent;
import io.hydrant.core.policy.IdentityPolicyStore;
import io.hydrant.runtime.entity.Entities;

/** The dependencies of a {@link KmsGateway}. */
public record KmsDependencies(
    Entities<Key, KeyEvent> keys,
    Entities<KeyDirectory, KeyDirectoryEvent> directories,
    RootKey rootKey,
    IdentityPolicyStore identities) {}
