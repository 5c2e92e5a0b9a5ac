package io.hydrant.runtime.cluster;

import io.hydrant.api.port.ClusterView;
import io.hydrant.runtime.storage.ClusterLock;
import io.hydrant.runtime.storage.StorageException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.pekko.actor.ActorSelection;
import org.apache.pekko.actor.Address;
import org.apache.pekko.actor.AddressFromURIString;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.Cluster;
import org.apache.pekko.cluster.Member;
import org.apache.pekko.cluster.MemberStatus;

/** The membership of this node in the cluster, and its view of the other members. */
final class Membership implements ClusterPeers {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
  private static final int SOLE_OWNER_CHECKS = 20;
  private static final int VIEW_CHECKS = 200;
  private static final Duration VIEW_PAUSE = Duration.ofMillis(10);

  private final Cluster cluster;

  /**
   * The pauses between attempts.
   *
   * @param seek is longer than a cluster needs to take a node in
   */
  record Pauses(Duration seek, Duration soleOwner) {
    static final Pauses DEFAULT = new Pauses(Duration.ofSeconds(4), Duration.ofMillis(250));
  }

  private Membership(Cluster cluster) {
    this.cluster = cluster;
  }

  /**
   * Returns once the node is a member. Any of the seeds may found the cluster, if no other node
   * runs.
   *
   * @throws StorageException where a node without seeds is not alone
   * @throws TimeoutException where the cluster does not take the node in
   */
  static Membership join(
      ActorSystem<?> system, ClusterSettings settings, ClusterLock lock, Pauses pauses)
      throws TimeoutException, InterruptedException {
    Cluster cluster = Cluster.get(system.classicSystem());
    CompletableFuture<Boolean> up = new CompletableFuture<>();
    cluster.registerOnMemberUp(() -> up.complete(true));
    if (settings.isAlone()) {
      awaitSoleOwner(lock, pauses.soleOwner());
      cluster.join(cluster.selfAddress());
      await(up, START_TIMEOUT);
    } else {
      seek(cluster, seeds(system, settings), lock, up, pauses.seek());
    }
    lock.holdShared();
    awaitView(cluster);
    return new Membership(cluster);
  }

  /** Waits until the view of the cluster has this node as a member, and so the others too. */
  private static void awaitView(Cluster cluster) throws InterruptedException {
    for (int checks = 0; checks < VIEW_CHECKS; checks++) {
      if (cluster.selfMember().status().equals(MemberStatus.up())) {
        return;
      }
      Thread.sleep(VIEW_PAUSE.toMillis());
    }
  }

  /** Waits a little, because the lock of a node that was killed may outlive the node. */
  private static void awaitSoleOwner(ClusterLock lock, Duration pause) throws InterruptedException {
    for (int checks = 1; !lock.tryExclusive(); checks++) {
      if (checks == SOLE_OWNER_CHECKS) {
        throw new StorageException(
            "Another node uses this journal. Stop it, or give both the same hydrant.cluster.seeds"
                + " so that they work as one.");
      }
      Thread.sleep(pause.toMillis());
    }
  }

  private static void seek(
      Cluster cluster,
      List<Address> seeds,
      ClusterLock lock,
      CompletableFuture<?> up,
      Duration pause)
      throws TimeoutException, InterruptedException {
    Address self = cluster.selfAddress();
    List<Address> others = seeds.stream().filter(seed -> !seed.equals(self)).toList();
    boolean founds = false;
    long start = System.nanoTime();
    while (true) {
      if (!founds) {
        founds = seeds.contains(self) && lock.tryExclusive();
        // The first node of its own list founds a cluster when none of the others has one.
        cluster.joinSeedNodes(founds ? withFirst(self, others) : others);
      }
      try {
        await(up, pause);
        return;
      } catch (TimeoutException e) {
        if (System.nanoTime() - start > START_TIMEOUT.toNanos()) {
          throw e;
        }
      }
    }
  }

  private static void await(CompletableFuture<?> up, Duration timeout)
      throws TimeoutException, InterruptedException {
    try {
      up.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
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

  /** Returns true while this node is a member and can reach a majority of the members. */
  boolean isUp() {
    return !cluster.isTerminated()
        && cluster.selfMember().status().equals(MemberStatus.up())
        && 2 * cluster.state().getUnreachable().size() < members().size();
  }

  /** Returns all nodes that are members, are joining or are leaving. */
  List<ClusterView.Member> nodes() {
    Set<Member> unreachable = cluster.state().getUnreachable();
    return members().stream()
        .map(
            member ->
                new ClusterView.Member(
                    hostAndPort(member.address()),
                    member.status().toString(),
                    !unreachable.contains(member),
                    isSelf(member)))
        .toList();
  }

  @Override
  public List<ActorSelection> others(String actor) {
    return reachable()
        .filter(member -> !isSelf(member))
        .map(member -> select(member, actor))
        .toList();
  }

  @Override
  public Optional<ActorSelection> oldest(String actor) {
    return reachable()
        .min((one, other) -> one.isOlderThan(other) ? -1 : 1)
        .filter(member -> !isSelf(member))
        .map(member -> select(member, actor));
  }

  private ActorSelection select(Member member, String actor) {
    return cluster.system().actorSelection(member.address() + "/system/" + actor);
  }

  private Stream<Member> reachable() {
    Set<Member> unreachable = cluster.state().getUnreachable();
    return members().stream()
        .filter(member -> member.status().equals(MemberStatus.up()))
        .filter(member -> !unreachable.contains(member));
  }

  private boolean isSelf(Member member) {
    return member.address().equals(cluster.selfAddress());
  }

  private List<Member> members() {
    return StreamSupport.stream(cluster.state().getMembers().spliterator(), false).toList();
  }

  private static String hostAndPort(Address address) {
    return address.getHost().orElse("?") + ":" + address.getPort().orElse(0);
  }
}
