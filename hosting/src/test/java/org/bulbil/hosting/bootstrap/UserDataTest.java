package org.bulbil.hosting.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The script is complete, bounded, and its secret stays in it. */
class UserDataTest {

  private static final Bundle BUNDLE = new Bundle(new BundleHash("ab".repeat(32)), 27_000_000);
  private static final URI PARENT = URI.create("http://192.0.2.7:8080/bundle/");
  private static final URI MIRROR = URI.create("https://mirror.test/pool");

  private static UserData of(String settings, URI... sources) {
    return new UserData(
        settings, BUNDLE, List.of(sources), new OpenPorts(9001, 8080), Login.NOBODY);
  }

  @Test
  void leavesNoBlankOpenAndFillsNoneOfItsContents() {
    var script = of("a = '@SHA256@ @SOURCES@'", PARENT, MIRROR).script();
    var file = "ab".repeat(32) + ".tar.gz'";
    assertThat(script)
        .startsWith("#!/bin/sh\n")
        .contains("sha256=" + "ab".repeat(32))
        .contains("bytes=27000000")
        .contains("or_port=9001\n")
        .contains("login=nobody")
        .contains("a = '\\''@SHA256@ @SOURCES@'\\''")
        .contains("'http://192.0.2.7:8080/bundle/" + file + " 'https://mirror.test/pool/" + file);
  }

  @Test
  void hasRoomForTheSettingsOfAnAgent() {
    var script = of("x = 1\n".repeat(800), PARENT).script();
    assertThat(script.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(UserData.MAX_BYTES);
  }

  @Test
  void refusesToBeTooLong() {
    var tooLong = of("ä".repeat(8000), PARENT);
    assertThatThrownBy(tooLong::script).hasMessageContaining("at most 16384");
  }

  @Test
  void everyFormCarriesTheSameScript() {
    var userData = of("a = 1", PARENT);
    assertThat(new String(Base64.getDecoder().decode(userData.base64()), StandardCharsets.UTF_8))
        .isEqualTo(userData.script());
    assertThat(userData.cloudConfig()).startsWith("#cloud-config\n").contains(userData.base64());
  }

  @Test
  void refusesWhatCannotBeFetched() {
    assertThatThrownBy(() -> of("a\0b", PARENT).script())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> of("")).hasMessageContaining("1 to 8 places");
    assertThatThrownBy(() -> of("", Collections.nCopies(9, PARENT).toArray(URI[]::new)))
        .hasMessageContaining("not 9");
    for (var wrong : List.of("ftp://x/y", "file:///etc", "relative")) {
      assertThatThrownBy(() -> of("", URI.create(wrong))).hasMessageContaining("over http");
    }
  }

  @Test
  void aBundleHasALengthAndAWholeHash() {
    assertThatThrownBy(() -> new Bundle(BUNDLE.hash(), 0)).hasMessageContaining("not 0");
    assertThatThrownBy(() -> new Bundle(BUNDLE.hash(), Bundle.BYTES_MAX + 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BundleHash("AB".repeat(32))).hasMessageContaining("lower-case");
    assertThatThrownBy(() -> new OpenPorts(8080, 8080)).hasMessageContaining("both 8080");
  }

  @Test
  void doesNotPrintTheToken() {
    assertThat(of("token = 'sekret'", PARENT).toString()).doesNotContain("sekret");
  }

  @Test
  void packagesOfTheWorkAreInstalledAndCannotBreakOut() {
    var ports = new OpenPorts(80, 8080);
    var site =
        new UserData("", BUNDLE, List.of(PARENT), ports, Login.NOBODY, List.of("nginx-light"));
    assertThat(site.script()).contains("packages='nginx-light'", "or_port=80\n");
    assertThat(of("", PARENT).script()).contains("packages=''");
    for (var wrong : List.of("a b", "$(reboot)", "-y", "")) {
      assertThatThrownBy(
              () -> new UserData("", BUNDLE, List.of(PARENT), ports, Login.NOBODY, List.of(wrong)))
          .hasMessageContaining("no name of a Debian package");
    }
  }
}
