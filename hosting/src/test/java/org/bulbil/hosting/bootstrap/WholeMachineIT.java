package org.bulbil.hosting.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the script makes of a machine that is rented as a whole. */
class WholeMachineIT {

  private static final String NEW_TOR = "0.4.9.11-0+deb12u1";

  @TempDir Path folder;
  private Path bundle;
  private Source mirror;
  private RentedMachine machine;

  @BeforeEach
  void open() throws Exception {
    assumeTrue(Files.exists(Path.of("/usr/bin/unshare")), "unshare (util-linux) is not installed");
    assumeTrue(Files.exists(Path.of("/usr/bin/curl")), "curl is not installed");
    bundle = ToyBundle.pack(Files.createDirectory(folder.resolve("toy")), "true");
    mirror = Source.open(Files.readAllBytes(bundle), Source.Manner.HONEST);
    machine = new RentedMachine(Files.createDirectory(folder.resolve("m")));
  }

  @AfterEach
  void close() {
    mirror.close();
  }

  private UserData userData(Login login) throws Exception {
    return new UserData(
        "a = 1", Bundle.of(bundle), List.of(mirror.url()), new OpenPorts(9001, 8080), login);
  }

  @Test
  void plantsTheRelayAndClosesTheDoors() throws Exception {
    var run = machine.boot(userData(Login.NOBODY), NEW_TOR);
    assertThat(run.code()).as(run.console()).isZero();
    var hash = Bundle.of(bundle).hash().value();
    assertThat(Files.readSymbolicLink(machine.file("opt/bulbil/current")))
        .isEqualTo(Path.of("/opt/bulbil", hash));
    assertThat(mode("opt/bulbil/" + hash + "/bin/bulbil-agent")).isEqualTo("rwxr-xr-x");
    assertThat(mode("var/lib/bulbil/settings.toml")).isEqualTo("rw-------");
    assertThat(machine.file("etc/systemd/system/bulbil-agent.service")).exists();
    assertThat(machine.file("etc/sysctl.d/90-bulbil.conf")).exists();
    assertThat(machine.file("etc/apt/apt.conf.d/90bulbil"))
        .content()
        .containsPattern("Automatic-Reboot-Time \"[01]\\d:30|Automatic-Reboot-Time \"2[0-3]:30");
    assertThat(machine.file("etc/nftables.conf"))
        .content()
        .contains("tcp dport { 9001, 8080 } accept", "policy drop");
    var calls = machine.calls();
    assertThat(calls)
        .contains("systemctl mask -q ssh.service", "passwd -q -l root", "nft -f /etc/nftables.conf")
        .endsWith("systemctl start bulbil-agent.service");
    assertThat(calls.indexOf("systemctl mask --now tor.service tor@default.service nginx.service"))
        .as("the packaged services are masked before their packages are installed")
        .isBetween(0, index(calls, " tor$") - 1);
  }

  private static int index(List<String> calls, String end) {
    return calls.indexOf(
        calls.stream().filter(call -> call.matches("apt-get .*install.*" + end)).findFirst().get());
  }

  private String mode(String name) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(machine.file(name)));
  }

  @Test
  void aSecondRunChangesNothing() throws Exception {
    machine.boot(userData(Login.NOBODY), NEW_TOR);
    var firewall = Files.readString(machine.file("etc/nftables.conf"));
    var upgrades = Files.readString(machine.file("etc/apt/apt.conf.d/90bulbil"));
    var run = machine.boot(userData(Login.NOBODY), NEW_TOR);
    assertThat(run.code()).as(run.console()).isZero();
    assertThat(mirror.visits).as("nothing is fetched again").hasValue(1);
    assertThat(machine.file("etc/nftables.conf")).hasContent(firewall);
    assertThat(machine.file("etc/apt/apt.conf.d/90bulbil")).hasContent(upgrades);
  }

  @Test
  void aKeyHolderKeepsHisDoor() throws Exception {
    machine.boot(userData(Login.KEY_HOLDER), NEW_TOR);
    assertThat(machine.file("etc/nftables.conf")).content().contains("{ 9001, 8080, 22 }");
    assertThat(machine.calls()).noneMatch(call -> call.contains("ssh"));
  }

  /** A repository is added only under the Tor Project's own key. */
  @Test
  void anOldTorIsNotReplacedUnderAnotherKey() throws Exception {
    assumeTrue(Files.exists(Path.of("/usr/bin/gpg")), "gpg is not installed");
    var run = machine.boot(userData(Login.NOBODY), "0.4.8.16-1");
    assertThat(run.code()).isNotZero();
    assertThat(run.console()).contains("another fingerprint");
    assertThat(machine.file("etc/apt/sources.list.d/tor-project.list")).doesNotExist();
    assertThat(machine.file("etc/apt/keyrings/tor-project.asc")).doesNotExist();
    assertThat(machine.calls()).noneMatch(call -> call.contains("start bulbil-agent"));
  }

  @Test
  void nftablesUnderstandsTheFirewall() throws Exception {
    assumeTrue(Files.exists(Path.of("/usr/sbin/nft")), "nft is not installed (nftables)");
    machine.boot(userData(Login.KEY_HOLDER), NEW_TOR);
    var rules = machine.file("etc/nftables.conf").toString();
    var check = new ProcessBuilder("unshare", "-rn", "/usr/sbin/nft", "-c", "-f", rules);
    var process = check.redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assumeTrue(!said.contains("Operation not"), "nft cannot ask this kernel: " + said);
    assertThat(process.exitValue()).as(said).isZero();
  }
}
