package org.bulbil.sandbox.provider.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.util.HashSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every kind of machines must do, the fake ones of our tests included. */
abstract class MachinesContract {

  @SuppressWarnings("NullAway.Init")
  private Machines machines;

  abstract Machines open() throws IOException;

  @BeforeEach
  void openMachines() throws IOException {
    machines = open();
  }

  @AfterEach
  void closeMachines() {
    machines.close();
  }

  /** Every live machine has an address of its own, and none comes back at once. */
  @Test
  void addressesAreUnique() throws IOException {
    var seen = new HashSet<InetAddress>();
    for (int count = 0; count < 3; count++) {
      var address = machines.build(UserData.none());
      assertThat(address.isLoopbackAddress()).isTrue();
      assertThat(seen.add(address)).isTrue();
      machines.wipe(address);
    }
    assertThat(seen.add(machines.build(UserData.none()))).isTrue();
  }

  /** Switching to what already is does no harm. */
  @Test
  void switchingIsHarmlessTwice() throws IOException {
    var address = machines.build(UserData.none());
    assertThatCode(
            () -> {
              machines.boot(address);
              machines.powerOff(address);
              machines.powerOff(address);
              machines.boot(address);
              machines.rebuild(address);
            })
        .doesNotThrowAnyException();
  }

  /** Where there is no machine, or no longer, nothing can be switched. */
  @Test
  void absentMachines() throws IOException {
    var wiped = machines.build(UserData.none());
    machines.wipe(wiped);
    for (var absent : new InetAddress[] {wiped, InetAddress.getByName("127.1.2.3")}) {
      assertThatThrownBy(() -> machines.boot(absent)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> machines.powerOff(absent))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> machines.rebuild(absent))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> machines.wipe(absent)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** Closing wipes what is left, may be done twice, and is for good. */
  @Test
  void closing() throws IOException {
    var address = machines.build(UserData.none());
    machines.close();
    machines.close();
    assertThatThrownBy(() -> machines.boot(address)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> machines.build(UserData.none())).isInstanceOf(IOException.class);
  }
}
