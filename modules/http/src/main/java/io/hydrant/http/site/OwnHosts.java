package io.hydrant.http.site;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names and addresses by which a node can be meant: loopback, the addresses that it listens on,
 * and the names that its operator gave it. Any other name may belong to a site that makes it point
 * here.
 */
public final class OwnHosts {
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:\\[([0-9a-f:.]+)]|([^:\\[\\]@/]+?)\\.?)(?::[0-9]*)?");
  private static final Pattern IP_V4 = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");

  private final Set<String> names;
  private final Optional<InetAddress> listensOn;

  /**
   * @param listensOn the host of the node's port
   * @param names what else it is called, without ports
   */
  public OwnHosts(String listensOn, Set<String> names) {
    Set<String> all = new HashSet<>();
    Stream.concat(names.stream(), Stream.of(listensOn))
        .map(name -> name.toLowerCase(Locale.ROOT))
        .forEach(all::add);
    this.names = all;
    this.listensOn = resolved(listensOn);
  }

  private static Optional<InetAddress> resolved(String host) {
    try {
      return Optional.of(InetAddress.getByName(host));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /**
   * @param authority a host with or without a port, as in the Host header
   */
  public boolean has(String authority) {
    Matcher parts = AUTHORITY.matcher(authority.toLowerCase(Locale.ROOT));
    if (!parts.matches()) {
      return false;
    }
    if (parts.group(1) != null) {
      return hasAddress(parts.group(1));
    }
    String host = parts.group(2);
    return IP_V4.matcher(host).matches()
        ? hasAddress(host)
        : host.equals("localhost") || host.endsWith(".localhost") || names.contains(host);
  }

  /** Parses an address; the text is a literal, so that DNS is not asked. */
  private boolean hasAddress(String literal) {
    try {
      InetAddress address = InetAddress.getByName(literal);
      return names.contains(literal) || address.isLoopbackAddress() || isListenedOn(address);
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private boolean isListenedOn(InetAddress address) {
    return listensOn
        .filter(
            own ->
                Arrays.equals(own.getAddress(), address.getAddress())
                    || (own.isAnyLocalAddress() && isOfThisMachine(address)))
        .isPresent();
  }

  private static boolean isOfThisMachine(InetAddress address) {
    try {
      return NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException e) {
      return false;
    }
  }
}
