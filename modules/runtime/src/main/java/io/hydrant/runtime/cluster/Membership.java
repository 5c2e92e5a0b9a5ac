package io.hydrant.runtime.cluster;

import io.hydrant.api.port.ClusterView;
import io.hydrant.runtime.storage.ClusterLock;
import io.hydrant.runtime.storage.StorageException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.pekko.actor.Address;
import org.apache.pekko.actor.AddressFromURIString;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.Cluster;
import org.apache.pekko.cluster.Member;
import org.apache.pekko.cluster.MemberStatus;

/** A node's place among the nodes. */
public final class Membership {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

  /** Longer than the others need to take a node in. */
  private static final Duration SEEK_PAUSE = Duration.ofSeconds(4);

  private static final int SOLE_OWNER_CHECKS = 20;
  private static final Duration SOLE_OWNER_PAUSE = Duration.ofMillis(250);

  private final Cluster cluster;

  private Membership(Cluster cluster) {
    this.cluster = cluster;
  }

  /**
   * Returns once the node is a member. Of the seeds any may found the cluster, if no other node is
   * there.
   *
   * @throws StorageException where a node without seeds is not alone
   * @throws TimeoutException where the others do not take it in
   */
  public static Membership join(
      ActorSystem<?> system, ClusterSettings settings, ClusterLock presence)
      throws TimeoutException, InterruptedException {
    Cluster cluster = Cluster.get(system.classicSystem());
    CompletableFuture<Boolean> up = new CompletableFuture<>();
    cluster.registerOnMemberUp(() -> up.complete(true));
    if (settings.isAlone()) {
      awaitSoleOwner(presence);
      cluster.join(cluster.selfAddress());
      await(up, START_TIMEOUT);
    } else {
      seek(cluster, seeds(system, settings), presence, up);
    }
    presence.holdShared();
    return new Membership(cluster);
  }

  /** A node that was killed a moment ago may still seem to be there. */
  private static void awaitSoleOwner(ClusterLock presence) throws InterruptedException {
    for (int looks = 1; !presence.tryExclusive(); looks++) {
      if (looks == SOLE_OWNER_CHECKS) {
        throw new StorageException(
            "Another node uses this journal. Stop it, or give both the same hydrant.cluster.seeds"
                + " so that they work as one.");
      }
      Thread.sleep(SOLE_OWNER_PAUSE.toMillis());
    }
  }

  private static void seek(
      Cluster cluster, List<Address> seeds, ClusterLock presence, CompletableFuture<?> up)
      throws TimeoutException, InterruptedException {
    Address self = cluster.selfAddress();
    List<Address> others = seeds.stream().filter(seed -> !seed.equals(self)).toList();
    boolean founds = false;
    long start = System.nanoTime();
    while (true) {
      if (!founds) {
        founds = seeds.contains(self) && presence.tryExclusive();
        // Who comes first in its own list founds a cluster when none of the others has one.
        cluster.joinSeedNodes(founds ? withFirst(self, others) : others);
      }
      try {
        await(up, SEEK_PAUSE);
        return;
      } catch (TimeoutException e) {
        if (System.nanoTime() - start > START_TIMEOUT.toNanos()) {
          throw e;
        }
      }
    }
  }

  private static void await(CompletableFuture<?> up, Duration patience)
      throws TimeoutException, InterruptedException {
    try {
      up.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Address> withFirst(Address self, List<Address> others) {
    return Stream.concat(Stream.of(self), others.stream()).toList();
  }

  private static List<Address> seeds(ActorSystem<?> system, ClusterSettings settings) {
    return settings.seeds().stream()
        .map(seed -> AddressFromURIString.parse("pekko://" + system.name() + "@" + seed))
        .toList();
  }

  /** Whether this node is a member that works, among a majority of the others. */
  public boolean isUp() {
    return !cluster.isTerminated()
        && cluster.selfMember().status().equals(MemberStatus.up())
        && 2 * cluster.state().getUnreachable().size() < members().size();
  }

  /** All that are members or about to be. */
  public List<ClusterView.Member> nodes() {
    Set<Member> unreachable = cluster.state().getUnreachable();
    return members().stream()
        .map(
            member ->
                new ClusterView.Member(
                    place(member.address()),
                    member.status().toString(),
                    !unreachable.contains(member),
                    member.address().equals(cluster.selfAddress())))
        .toList();
  }

  /** The other members that messages can be sent to. */
  List<Address> others() {
    Set<Member> unreachable = cluster.state().getUnreachable();
    return members().stream()
        .filter(member -> member.status().equals(MemberStatus.up()))
        .filter(member -> !unreachable.contains(member))
        .map(Member::address)
        .filter(address -> !address.equals(cluster.selfAddress()))
        .toList();
  }

  /** Whom all nodes let decide what one of them must: the one that has been there longest. */
  Address oldestMember() {
    Set<Member> unreachable = cluster.state().getUnreachable();
    return members().stream()
        .filter(member -> member.status().equals(MemberStatus.up()))
        .filter(member -> !unreachable.contains(member))
        .min((one, other) -> one.isOlderThan(other) ? -1 : 1)
        .map(Member::address)
        .orElse(cluster.selfAddress());
  }

  boolean isSelf(Address address) {
    return address.equals(cluster.selfAddress());
  }

  private List<Member> members() {
    return StreamSupport.stream(cluster.state().getMembers().spliterator(), false).toList();
  }

  private static String place(Address address) {
    return address.getHost().orElse("?") + ":" + address.getPort().orElse(0);
  }
}
