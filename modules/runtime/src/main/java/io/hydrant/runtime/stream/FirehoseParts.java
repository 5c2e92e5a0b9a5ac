package io.hydrant.runtime.stream;

import io.hydrant.core.directory.DirectoryEvent;
import io.hydrant.core.directory.StreamDirectory;
import io.hydrant.core.quota.EncryptionCallBudget;
import io.hydrant.core.quota.KeyClaimEvent;
import io.hydrant.core.quota.KeyClaims;
import io.hydrant.core.quota.QuotaEvent;
import io.hydrant.core.stream.Pace;
import io.hydrant.core.stream.StreamEvent;
import io.hydrant.core.stream.StreamState;
import io.hydrant.runtime.ServiceClock;
import io.hydrant.runtime.buffer.Buffers;
import io.hydrant.runtime.entity.EntityRegion;
import io.hydrant.runtime.fault.Faults;
import io.hydrant.runtime.kms.KmsLink;

/**
 * What the gateway speaks to.
 *
 * @param streamsMax streams an account may have in a region
 * @param streamsPerKeyMax streams that one customer managed key may encrypt
 */
public record FirehoseParts(
    EntityRegion<StreamState, StreamEvent> streams,
    EntityRegion<StreamDirectory, DirectoryEvent> directories,
    EntityRegion<EncryptionCallBudget, QuotaEvent> budgets,
    EntityRegion<KeyClaims, KeyClaimEvent> keyClaims,
    Buffers buffers,
    KmsLink kms,
    CallerPermissions callers,
    Faults faults,
    ServiceClock clock,
    Pace pace,
    int streamsMax,
    int streamsPerKeyMax) {}
