package io.hydrant.http.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnHostsTest {
  private final OwnHosts hosts = new OwnHosts("127.0.0.1", Set.of("Hydrant.example", "devbox"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST:4573",
        "localhost.",
        "inspector.localhost:80",
        "127.0.0.1:4573",
        "127.1.2.3",
        "[::1]:4573",
        "[0:0:0:0:0:0:0:1]",
        "[::ffff:127.0.0.1]",
        "hydrant.example:4573",
        "DEVBOX",
        "devbox.:4573"
      })
  void loopback_and_the_names_of_the_operator_are_the_node(String host) {
    assertThat(hosts.has(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "evil.example:4573",
        "notlocalhost",
        "localhost@evil.example",
        "user@localhost",
        "sub.hydrant.example",
        "devbox.evil.example",
        "128.0.0.1",
        "192.0.2.7:4573",
        "127.0.0.256",
        "[2001:db8::1]",
        "[localhost]",
        "[::1",
        "localhost:80:80",
        "localhost,evil.example",
        "localhost evil.example"
      })
  void everything_else_is_not(String host) {
    assertThat(hosts.has(host)).isFalse();
  }

  @Test
  void a_node_that_listens_everywhere_is_every_address_of_its_machine() throws Exception {
    OwnHosts everywhere = new OwnHosts("0.0.0.0", Set.of());
    assertThat(
            NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .map(InetAddress::getHostAddress)
                .filter(address -> address.indexOf(':') < 0))
        .isNotEmpty()
        .allMatch(everywhere::has);
    assertThat(everywhere.has("0.0.0.0:4573")).isTrue();
    assertThat(everywhere.has("192.0.2.7")).isFalse();
    assertThat(everywhere.has("evil.example")).isFalse();
  }

  @Test
  void the_address_or_name_that_a_node_listens_on_is_its_own() {
    assertThat(new OwnHosts("192.0.2.7", Set.of()).has("192.0.2.7:4573")).isTrue();
    assertThat(new OwnHosts("192.0.2.7", Set.of()).has("192.0.2.8:4573")).isFalse();
    assertThat(new OwnHosts("::1", Set.of()).has("[::1]:4573")).isTrue();
  }
}
