package io.hydrant.runtime.stream;

import io.hydrant.core.directory.DirectoryEvent;
import io.hydrant.core.directory.StreamDirectory;
import io.hydrant.core.quota.EncryptionCallBudget;
import io.hydrant.core.quota.EncryptionCallEvent;
import io.hydrant.core.quota.KeyStreamQuota;
import io.hydrant.core.quota.KeyStreamQuotaEvent;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.core.stream.StreamState;
import io.hydrant.core.stream.TransitionDelays;
import io.hydrant.runtime.buffer.Buffers;
import io.hydrant.runtime.clock.ServiceClock;
import io.hydrant.runtime.entity.Entities;
import io.hydrant.runtime.fault.FaultInjector;
import io.hydrant.runtime.kms.KmsPort;
import io.hydrant.runtime.secret.SecretCipher;

/**
 * The dependencies of the gateway.
 *
 * @param streamsMax streams an account may have in a region
 * @param streamsPerKeyMax streams that one customer managed key may encrypt
 */
public record FirehoseDependencies(
    Entities<StreamState, StreamEvent> streams,
    Entities<StreamDirectory, DirectoryEvent> directories,
    Entities<EncryptionCallBudget, EncryptionCallEvent> budgets,
    Entities<KeyStreamQuota, KeyStreamQuotaEvent> keyClaims,
    Buffers buffers,
    KmsPort kms,
    CallerPermissions callers,
    TableResolution tables,
    SecretCipher secrets,
    FaultInjector faults,
    ServiceClock clock,
    TransitionDelays pace,
    int streamsMax,
    int streamsPerKeyMax) {}
