package io.hydrant.runtime.kms;

import io.hydrant.core.kms.Key;
import io.hydrant.core.kms.KeyDirectory;
import io.hydrant.core.kms.KeyDirectoryEvent;
import io.hydrant.core.kms.KeyEvent;
import io.hydrant.core.policy.Identities;
import io.hydrant.runtime.entity.EntityRegion;

/** What a {@link KmsGateway} speaks to. */
public record KmsParts(
    EntityRegion<Key, KeyEvent> keys,
    EntityRegion<KeyDirectory, KeyDirectoryEvent> directories,
    RootKey rootKey,
    Identities identities) {}
