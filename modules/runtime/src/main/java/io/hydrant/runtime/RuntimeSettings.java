package io.hydrant.runtime;

import com.typesafe.config.Config;
import io.hydrant.core.policy.IdentityPolicyStore;
import io.hydrant.core.stream.TransitionDelays;
import io.hydrant.delivery.report.DeliveryObserver;
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
 * @param config the configuration of Pekko, with that of the journal
 * @param cluster the node's addresses and its cluster
 * @param dataKeyCache how long a plaintext data key is used before KMS is asked again
 * @param callerPermissions true if a caller that puts records needs permissions on the customer
 *     managed key
 * @param pendingBytesMax data of one stream that may wait for delivery
 * @param throughputLimited true if AWS's throughput quotas of a stream apply
 * @param streamsMax streams an account may have in a region
 * @param streamsPerKeyMax streams that one customer managed key may encrypt
 * @param identities the identity policies that KMS evaluates besides key policies
 * @param externalKms the KMS that has the keys; empty for the embedded KMS
 * @param deliveries sees what becomes of records
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
    DeliveryClients clients,
    FaultInjector faults,
    RuntimeMetrics meters,
    DeliveryObserver deliveries,
    Tracing spans) {}
