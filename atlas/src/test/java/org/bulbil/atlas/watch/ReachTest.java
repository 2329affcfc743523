package org.bulbil.atlas.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stranger's relay cannot send the map into the network that the map stands in. */
class ReachTest {

  @ParameterizedTest
  @ValueSource(strings = {"5.196.20.85", "128.31.0.34", "2a02:810c:82:aa00::1", "192.0.3.1"})
  void theInternetIsReached(String address) {
    assertThat(Reach.PUBLIC.covers(InetAddress.ofLiteral(address))).isTrue();
    assertThat(Reach.SANDBOX.covers(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.80.0.1",
        "0.0.0.0",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.0.0.1",
        "192.0.2.7",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.5",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:db8::1",
        "2001::1",
        "::ffff:10.0.0.1",
        "::127.0.0.1"
      })
  void nothingElseIs(String address) {
    assertThat(Reach.PUBLIC.covers(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.80.0.1"})
  void aSandboxIsOnLoopback(String address) {
    assertThat(Reach.SANDBOX.covers(InetAddress.ofLiteral(address))).isTrue();
  }
}
