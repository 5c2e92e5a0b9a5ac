/** Membership of a cluster, and the state that its nodes share. */
package io.hydrant.runtime.cluster;
