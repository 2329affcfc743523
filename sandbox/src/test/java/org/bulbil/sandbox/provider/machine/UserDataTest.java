package org.bulbil.sandbox.provider.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What counts as a script, in either encoding. */
class UserDataTest {

  /** "#!/bin/sh" in base64, with the line break that base64 programs add. */
  @Test
  void base64() {
    assertThat(UserData.base64("IyEvYmluL3No\n")).isEqualTo(new UserData.Script("#!/bin/sh"));
    assertThat(UserData.base64("#!/bin/sh")).isInstanceOf(UserData.Nothing.class);
    assertThat(UserData.base64("")).isInstanceOf(UserData.Nothing.class);
  }

  @Test
  void plain() {
    assertThat(UserData.plain("#!/bin/sh")).isInstanceOf(UserData.Script.class);
    assertThat(UserData.plain("#cloud-config\n")).isInstanceOf(UserData.Nothing.class);
    assertThat(UserData.plain("#! \n")).isInstanceOf(UserData.Nothing.class);
    assertThat(UserData.plain("echo")).isInstanceOf(UserData.Nothing.class);
  }

  /** The interpreter and one argument, as Linux reads the first line. */
  @Test
  void interpreter() {
    assertThat(new UserData.Script("#!/bin/sh\ntrue").interpreter()).isEqualTo(List.of("/bin/sh"));
    assertThat(new UserData.Script("#!/usr/bin/env  bash -eu \n").interpreter())
        .isEqualTo(List.of("/usr/bin/env", "bash -eu"));
  }
}
