package org.bulbil.sandbox.provider.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bulbil.core.testing.MachineTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes: they run, and they die when they should. */
class ProcessMachinesIT extends MachinesContract {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path root;

  private final List<ProcessMachines> opened = new ArrayList<>();

  @BeforeAll
  static void needsLinux() {
    for (var program : new String[] {"setsid", "sh", "grep"}) {
      assumeTrue(
          List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
              .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))),
          program + " is not on this machine");
    }
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "this machine has no /proc");
  }

  @Override
  ProcessMachines open() {
    var machines =
        new ProcessMachines(root, "127.81.0.0/16", root.resolve("bundles"), new MachineTime());
    opened.add(machines);
    return machines;
  }

  @AfterEach
  void closeAll() {
    opened.forEach(ProcessMachines::close);
  }

  /** The script runs in its own directory, with a clean environment that names its address. */
  @Test
  void environment() throws Exception {
    var machines = open();
    var address = machines.build(script("pwd; env | sort; ls -A; echo over"));
    var console = console(machines, address, "over");
    var home = machines.disk(address).toString();
    assertThat(console)
        .contains(home, "HOME=" + home, "TMPDIR=" + home + "/tmp")
        .contains("SERVER_ADDRESS=" + address.getHostAddress())
        .doesNotContain("JAVA_HOME=", "USER=");
  }

  /** The interpreter of the first line is the one that runs, with its argument. */
  @Test
  void interpreter() throws Exception {
    var machines = open();
    var address =
        machines.build(new UserData.Script("#!/bin/sh -x\necho it is $((6 * 7))\necho over"));
    assertThat(console(machines, address, "over")).contains("+ echo it is 42");
  }

  /** User data that is nothing runs nothing, and the console says why; the machine is on. */
  @Test
  void nothingRuns() throws Exception {
    var machines = open();
    var address = machines.build(new UserData.Nothing("no reason"));
    assertThat(console(machines, address, "\n")).isEqualTo("boot: no reason\n");
    await(() -> processes(machines, address).size() == 1); // It may be between fork and exec.
  }

  /** Power off kills the script, what it put into the background, and what left its session. */
  @Test
  void powerOffKillsAll() throws Exception {
    var machines = open();
    var address =
        machines.build(script("sleep 1000 & setsid sleep 1000 & (sleep 1000 &); echo kept > file"));
    await(() -> processes(machines, address).size() == 4);
    machines.powerOff(address);
    assertThat(processes(machines, address)).isEmpty();
    assertThat(machines.disk(address).resolve("file")).hasContent("kept");
  }

  /** A script that kills its own supervisor cannot escape either. */
  @Test
  void killingTheSupervisorDoesNotHelp() throws Exception {
    var machines = open();
    var address = machines.build(script("kill -9 $PPID; sleep 1000 & sleep 1000"));
    await(() -> processes(machines, address).size() == 3);
    machines.wipe(address);
    assertThat(processes(machines, address)).isEmpty();
  }

  /** Power on runs the script again over the disk as it was; rebuild over an empty one. */
  @Test
  void diskSurvivesPowerButNotRebuild() throws Exception {
    var machines = open();
    var address = machines.build(script("echo boot >> boots; cat boots | wc -l; echo over"));
    assertThat(console(machines, address, "over")).contains("1\n");
    machines.powerOff(address);
    machines.boot(address);
    assertThat(console(machines, address, "over")).contains("2\n");
    machines.rebuild(address);
    assertThat(console(machines, address, "over")).contains("1\n");
  }

  /** Wiping removes even what the script has locked, and nothing that it links to. */
  @Test
  void wipingRemovesTheDisk() throws Exception {
    var machines = open();
    var outside = Files.writeString(root.resolve("outside"), "stays");
    var address =
        machines.build(
            script("mkdir -p a/b; touch a/b/c; ln -s " + root + " a/l; chmod 0 a; echo over"));
    console(machines, address, "over");
    machines.wipe(address);
    assertThat(machines.disk(address)).doesNotExist();
    assertThat(outside).hasContent("stays");
  }

  /** However much is printed, the console keeps its first mebibyte, and the script runs on. */
  @Test
  void consoleIsBounded() throws Exception {
    var machines = open();
    var address =
        machines.build(script("head -c 3000000 /dev/zero | tr '\\0' x; echo over > done"));
    await(() -> Files.exists(machines.disk(address).resolve("done")));
    await(() -> Files.size(console(machines, address)) >= Console.BYTES_MAX);
    assertThat(Files.size(console(machines, address))).isLessThan(Console.BYTES_MAX + 100L);
  }

  /** When the program that runs the machines is killed with SIGKILL, they all die with it. */
  @Test
  void machinesDieWithTheirHost() throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classes = System.getProperty("java.class.path");
    var host =
        new ProcessBuilder(
                java, "-XX:+UseSerialGC", "-cp", classes, DoomedHost.class.getName(), root + "")
            .inheritIO()
            .start();
    try {
      var alive = new ArrayList<Long>();
      for (var address : new String[] {"127.82.0.1", "127.82.0.2"}) {
        for (var name : new String[] {"script.pid", "child.pid", "daemon.pid"}) {
          alive.add(pid(root.resolve(address).resolve(name)));
        }
      }
      assertThat(alive).allMatch(ProcessMachinesIT::isAlive);
      host.destroyForcibly().waitFor();
      await(() -> alive.stream().noneMatch(ProcessMachinesIT::isAlive));
    } finally {
      host.destroyForcibly();
    }
  }

  private static long pid(Path file) throws Exception {
    await(() -> Files.exists(file) && Files.readString(file).endsWith("\n"));
    return Long.parseLong(Files.readString(file).strip());
  }

  /** Not gone, and not a zombie that nobody has collected. */
  private static boolean isAlive(long process) {
    try {
      var stat = Files.readString(Path.of("/proc/" + process + "/stat"));
      return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
    } catch (IOException e) {
      return false;
    }
  }

  private static List<Long> processes(ProcessMachines machines, InetAddress address) {
    return ProcessTable.find(-1, "HOME=" + machines.disk(address));
  }

  private static UserData script(String commands) {
    return new UserData.Script("#!/bin/sh\n" + commands + "\n");
  }

  private static Path console(ProcessMachines machines, InetAddress address) {
    return machines.disk(address).resolve("console.log");
  }

  /** The console once it holds {@code awaited}. */
  private static String console(ProcessMachines machines, InetAddress address, String awaited)
      throws Exception {
    var console = console(machines, address);
    await(() -> Files.exists(console) && Files.readString(console).contains(awaited));
    return Files.readString(console);
  }

  /** Polls until it is so; fails after twenty seconds. */
  private static void await(Callable<Boolean> condition) throws Exception {
    var end = Instant.now().plus(PATIENCE);
    while (!condition.call()) {
      assertThat(Instant.now()).as("within %s", PATIENCE).isBefore(end);
      Thread.sleep(20);
    }
  }
}
