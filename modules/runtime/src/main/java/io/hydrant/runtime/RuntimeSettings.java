package io.hydrant.runtime;

import com.typesafe.config.Config;
import io.hydrant.core.policy.IdentityPolicyStore;
import io.hydrant.core.stream.TransitionDelays;
import io.hydrant.delivery.ObjectStore;
import io.hydrant.runtime.cluster.ClusterSettings;
import io.hydrant.runtime.fault.FaultInjector;
import io.hydrant.runtime.kms.ExternalKmsSettings;
import io.hydrant.runtime.kms.RootKey;
import io.hydrant.runtime.metrics.RuntimeMetrics;
import io.hydrant.runtime.tracing.Tracing;
import java.time.Duration;
import java.util.Optional;

/**
 * The settings with which a node starts its entities.
 *
 * @param config Pekko's, with the journal's place
 * @param cluster with whom the node works together
 * @param dataKeyCache how long a data key in clear serves before KMS is asked again
 * @param callerPermissions whether who puts records needs permissions on the customer managed key
 * @param pendingBytesMax data of one stream that may wait for delivery
 * @param throughputLimited whether AWS's throughput quotas of a stream are kept
 * @param streamsMax streams an account may have in a region
 * @param streamsPerKeyMax streams that one customer managed key may encrypt
 * @param identities whose policies KMS asks besides those of the keys
 * @param externalKms where the keys are; empty for this node's own KMS
 */
public record RuntimeSettings(
    Config config,
    ClusterSettings cluster,
    TransitionDelays pace,
    Duration dataKeyCache,
    boolean callerPermissions,
    long pendingBytesMax,
    boolean throughputLimited,
    int streamsMax,
    int streamsPerKeyMax,
    RootKey rootKey,
    IdentityPolicyStore identities,
    Optional<ExternalKmsSettings> externalKms,
    ObjectStore store,
    FaultInjector faults,
    RuntimeMetrics meters,
    Tracing spans) {}
