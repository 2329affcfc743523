package org.bulbil.tor.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.testing.SimulatedTime;
import org.bulbil.tor.Fingerprint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A circuit is there when tor says so, and a path that cannot be built ends in time. */
class CircuitsTest {

  private static final List<Fingerprint> HOPS =
      List.of(new Fingerprint("A".repeat(40)), new Fingerprint("B".repeat(40)));

  private final List<String> heard = new CopyOnWriteArrayList<>();

  @TempDir Path folder;

  @Test
  void aPathIsBuiltOfTheChosenHops() throws IOException {
    var status = List.of("7 LAUNCHED", "7 EXTENDED $AAAA~a", "7 BUILT $AAAA~a,$BBBB~b").iterator();
    assertThat(build(status::next)).isEqualTo(Outcome.done(new CircuitId("7")));
    assertThat(heard)
        .contains("EXTENDCIRCUIT 0 $" + HOPS.get(0) + ",$" + HOPS.get(1) + " purpose=general");
  }

  @Test
  void aCircuitThatVanishesIsRefused() throws IOException {
    var status = List.of("7 LAUNCHED", "8 BUILT $CCCC~c").iterator();
    assertThat(build(status::next).summary()).startsWith("refused").contains("a hop refused");
  }

  @Test
  void aCircuitThatIsNeverBuiltIsClosed() throws IOException {
    assertThat(build(() -> "7 LAUNCHED").summary()).contains("not built within 5 s");
    assertThat(heard).last().isEqualTo("CLOSECIRCUIT 7");
  }

  private Outcome<CircuitId> build(java.util.function.Supplier<String> status) throws IOException {
    try (var tor = new ScriptedTor(folder, heard, command -> answer(command, status));
        var port = tor.connect(Duration.ofSeconds(30)).answer().orElseThrow()) {
      return new Circuits(port, new SimulatedTime()).build(HOPS, Duration.ofSeconds(5));
    }
  }

  private static String answer(String command, java.util.function.Supplier<String> status) {
    if (command.startsWith("EXTENDCIRCUIT")) {
      return "250 EXTENDED 7\r\n";
    }
    return command.startsWith("GETINFO circuit-status")
        ? "250+circuit-status=\r\n1 BUILT $DDDD~d\r\n" + status.get() + "\r\n.\r\n250 OK\r\n"
        : "250 OK\r\n";
  }
}
