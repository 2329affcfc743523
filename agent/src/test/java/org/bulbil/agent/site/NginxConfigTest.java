package org.bulbil.agent.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.bulbil.naming.DomainName;
import org.junit.jupiter.api.Test;

/** nginx is told where to listen and what to show, and nothing that a path could smuggle in. */
class NginxConfigTest {

  private static final DomainName NAME = new DomainName("www.site.test");

  private static String text(String address, String files) {
    var where = new InetSocketAddress(InetAddress.ofLiteral(address), 80);
    var settings = new NginxSettings(where, NAME, Path.of(files), Path.of("/known"));
    return new NginxConfig(settings, Path.of("/home"), false).text();
  }

  @Test
  void aPublicServerListensOnLoopbackTooForItsOnionService() {
    assertThat(text("192.0.2.1", "/files"))
        .contains("listen 192.0.2.1:80;", "listen 127.0.0.1:80;")
        .doesNotContain("user ");
    assertThat(text("2001:db8::1", "/files")).contains("listen [2001:db8:0:0:0:0:0:1]:80;");
  }

  @Test
  void severalServersOfOneMachineDoNotMeet() {
    assertThat(text("127.80.0.1", "/files"))
        .contains("listen 127.80.0.1:80;")
        .doesNotContain("listen 127.0.0.1");
  }

  @Test
  void aPathThatNginxWouldReadAsItsOwnIsRefused() {
    for (var path : new String[] {"/a b", "/a;b", "/a{b", "/a$b", "/a'b", "/a\"b", "/ä"}) {
      assertThatIllegalArgumentException().as(path).isThrownBy(() -> text("127.0.0.1", path));
    }
  }
}
