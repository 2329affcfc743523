package org.bulbil.agent.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A machine says what it is, and what cannot be read is not said. */
class OwnSystemTest {

  @TempDir Path root;

  private OwnSystem system() {
    return new OwnSystem(root);
  }

  private void write(String name, String text) throws IOException {
    var file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void anEmptyMachineSaysNothing() {
    assertThat(system().os()).isEmpty();
    assertThat(system().autoupdate()).isEmpty();
  }

  @Test
  void debianIsNamedWithItsVersion() throws IOException {
    write(
        "etc/os-release",
        """
        PRETTY_NAME="Debian GNU/Linux 13 (trixie)"
        NAME="Debian GNU/Linux"
        VERSION_ID="13"
        VERSION="13 (trixie)"
        ID=debian
        """);
    assertThat(system().os()).contains("debian/13");
  }

  @Test
  void aVersionMayBeMissing() throws IOException {
    write("etc/os-release", "ID=arch\n");
    assertThat(system().os()).contains("arch");
  }

  @ParameterizedTest
  @CsvSource({"1, true", "0, false", "7d, true", "always, true"})
  void updatesAreSwitchedOn(String value, boolean expected) throws IOException {
    write(
        "etc/apt/apt.conf.d/20auto-upgrades",
        "APT::Periodic::Unattended-Upgrade \"" + value + "\";\n");
    write("usr/bin/unattended-upgrade", "#!/bin/sh\n");
    assertThat(root.resolve("usr/bin/unattended-upgrade").toFile().setExecutable(true)).isTrue();
    assertThat(system().autoupdate()).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"// APT::Periodic::Unattended-Upgrade \"1\";\n", "APT::Periodic::Enable \"1\";\n"})
  void updatesAreNotSwitchedOn(String text) throws IOException {
    write("etc/apt/apt.conf.d/20auto-upgrades", text);
    write("usr/bin/unattended-upgrade", "");
    assertThat(system().autoupdate()).contains(false);
  }

  @Test
  void aSwitchWithoutTheProgramIsNone() throws IOException {
    write("etc/apt/apt.conf.d/20auto-upgrades", "APT::Periodic::Unattended-Upgrade \"1\";\n");
    assertThat(system().autoupdate()).contains(false);
  }

  @ParameterizedTest
  @CsvSource({"kvm, kvm", "none, baremetal", "microsoft, hyper-v", "oracle, virtualbox"})
  void virtualizationIsNamedAsCiissNamesIt(String systemd, String ciiss) {
    assertThat(OwnSystem.inCiiss(systemd)).isEqualTo(ciiss);
  }
}
