package io.hydrant.runtime.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

  private final Cluster cluster;

  /**
   * A node as this one sees it.
   *
   * @param address {@code HOST:PORT} for other nodes
   * @param status for example {@code Up}
   */
  public record Node(String address, String status, boolean reachable, boolean self) {}

  private Membership(Cluster cluster) {
    this.cluster = cluster;
  }

  /**
   * Returns once the node is a member.
   *
   * @throws TimeoutException where the others do not take it in
   */
  public static Membership join(ActorSystem<?> system, ClusterSettings settings)
      throws TimeoutException, InterruptedException {
    Cluster cluster = Cluster.get(system.classicSystem());
    CompletableFuture<Boolean> up = new CompletableFuture<>();
    cluster.registerOnMemberUp(() -> up.complete(true));
    if (settings.isAlone()) {
      cluster.join(cluster.selfAddress());
    } else {
      cluster.joinSeedNodes(seeds(system, settings));
    }
    try {
      up.get(START_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
      return new Membership(cluster);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
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
  public List<Node> nodes() {
    Set<Member> unreachable = cluster.state().getUnreachable();
    return members().stream()
        .map(
            member ->
                new Node(
                    place(member.address()),
                    member.status().toString(),
                    !unreachable.contains(member),
                    member.address().equals(cluster.selfAddress())))
        .toList();
  }

  /** The members that can be told something, but for this one. */
  List<Address> others() {
    Set<Member> unreachable = cluster.state().getUnreachable();
    return members().stream()
        .filter(member -> member.status().equals(MemberStatus.up()))
        .filter(member -> !unreachable.contains(member))
        .map(Member::address)
        .filter(address -> !address.equals(cluster.selfAddress()))
        .toList();
  }

  private List<Member> members() {
    return StreamSupport.stream(cluster.state().getMembers().spliterator(), false).toList();
  }

  private static String place(Address address) {
    return address.getHost().orElse("?") + ":" + address.getPort().orElse(0);
  }
}
