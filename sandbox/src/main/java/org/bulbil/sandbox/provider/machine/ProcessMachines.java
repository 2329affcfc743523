package org.bulbil.sandbox.provider.machine;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bulbil.core.time.Time;

/**
 * Machines that are groups of processes of this host: the address is one of loopback, the disk a
 * directory named after it. They die with this JVM. For Linux, with setsid, sh and grep. Safe for
 * use by several threads.
 */
public final class ProcessMachines implements Machines {

  private final Path root;
  private final AddressPool addresses;
  private final Path bundles;
  private final Time time;
  private final Map<InetAddress, Machine> machines = new LinkedHashMap<>();
  private boolean closed;

  /**
   * @param root where the disks are; whatever is in the way there is deleted
   * @param range a /16 of loopback, such as {@code 127.80.0.0/16}, nobody else's on this host
   * @param bundles where all servers unpack the programs that they fetch, so that the memory of
   *     equal ones is shared; user data finds it as {@code BULBIL_BUNDLES}
   */
  public ProcessMachines(Path root, String range, Path bundles, Time time) {
    this.root = root.toAbsolutePath().normalize();
    this.addresses = AddressPool.of(range);
    this.bundles = bundles.toAbsolutePath().normalize();
    this.time = time;
  }

  /** A machine's disk: the home of its processes, with {@code console.log} of its latest boot. */
  public Path disk(InetAddress address) {
    return root.resolve(address.getHostAddress());
  }

  @Override
  public synchronized InetAddress build(UserData userData) throws IOException {
    if (closed) {
      throw new IOException("the host of the machines is closed");
    }
    Files.createDirectories(root);
    var address = addresses.draw();
    machines.put(address, new Machine(new Disk(disk(address)), userData));
    try {
      rebuild(address);
    } catch (IOException e) {
      wipe(address);
      throw e;
    }
    return address;
  }

  @Override
  public synchronized void powerOff(InetAddress address) {
    machine(address).powerOff();
  }

  @Override
  public synchronized void boot(InetAddress address) throws IOException {
    machine(address).boot(address);
  }

  @Override
  public synchronized void rebuild(InetAddress address) throws IOException {
    var machine = machine(address);
    machine.powerOff();
    machine.disk.format();
    machine.boot(address);
  }

  @Override
  public synchronized void wipe(InetAddress address) {
    var machine = machine(address);
    machine.powerOff();
    machine.disk.wipe();
    machines.remove(address);
    addresses.free(address);
  }

  @Override
  public synchronized void close() {
    closed = true;
    machines.values().forEach(machine -> machine.power.ifPresent(Power::pullCord));
    List.copyOf(machines.keySet()).forEach(this::wipe);
  }

  private Machine machine(InetAddress address) {
    var machine = machines.get(address);
    if (machine == null) {
      throw new IllegalArgumentException("no machine at " + address.getHostAddress());
    }
    return machine;
  }

  /** A disk, what boots from it, and the power, empty while it is off. */
  private final class Machine {
    private final Disk disk;
    private final UserData userData;
    private Optional<Power> power = Optional.empty();

    Machine(Disk disk, UserData userData) {
      this.disk = disk;
      this.userData = userData;
    }

    void boot(InetAddress address) throws IOException {
      if (power.isEmpty()) {
        power = Optional.of(Power.on(disk, userData, image(address), time));
      }
    }

    private Map<String, String> image(InetAddress address) {
      return Map.of(
          "SERVER_ADDRESS", address.getHostAddress(), "BULBIL_BUNDLES", bundles.toString());
    }

    /** Also on a thread that was interrupted, since that is how programs are ended. */
    void powerOff() {
      var interrupted = Thread.interrupted();
      try {
        if (power.isPresent()) {
          power.get().cut();
        }
        power = Optional.empty();
      } catch (InterruptedException e) {
        throw new IllegalStateException("interrupted while cutting a machine's power", e);
      } finally {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
