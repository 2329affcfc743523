package org.bulbil.sandbox.provider;

import java.io.IOException;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bulbil.sandbox.provider.machine.Machines;
import org.bulbil.sandbox.provider.machine.UserData;

/** Machines that only keep a note of what was done to them. */
public final class PaperMachines implements Machines {

  /**
   * One machine's note.
   *
   * @param boots how often it was switched on
   * @param disks how often its disk was emptied
   */
  public record Note(UserData userData, boolean isOn, int boots, int disks) {
    Note off() {
      return new Note(userData, false, boots, disks);
    }

    Note on() {
      return isOn ? this : new Note(userData, true, boots + 1, disks);
    }

    Note emptied() {
      return new Note(userData, false, boots, disks + 1);
    }
  }

  private final Map<InetAddress, Note> notes = new LinkedHashMap<>();
  private int last;
  private boolean full;
  private boolean closed;

  /** The host has no room from now on. */
  public synchronized void fill() {
    full = true;
  }

  /** What stands, by address, in the order of building. */
  public synchronized Map<String, Note> standing() {
    var standing = new LinkedHashMap<String, Note>();
    notes.forEach((address, note) -> standing.put(address.getHostAddress(), note));
    return standing;
  }

  @Override
  public synchronized InetAddress build(UserData userData) throws IOException {
    if (full || closed) {
      throw new IOException("no room");
    }
    last++;
    var address = InetAddress.getByAddress(new byte[] {127, 99, (byte) (last >> 8), (byte) last});
    notes.put(address, new Note(userData, true, 1, 1));
    return address;
  }

  @Override
  public synchronized void powerOff(InetAddress address) {
    notes.put(address, note(address).off());
  }

  @Override
  public synchronized void boot(InetAddress address) {
    notes.put(address, note(address).on());
  }

  @Override
  public synchronized void rebuild(InetAddress address) {
    notes.put(address, note(address).emptied().on());
  }

  @Override
  public synchronized void wipe(InetAddress address) {
    note(address);
    notes.remove(address);
  }

  @Override
  public synchronized void close() {
    closed = true;
    notes.clear();
  }

  private Note note(InetAddress address) {
    var note = notes.get(address);
    if (note == null) {
      throw new IllegalArgumentException("no machine at " + address);
    }
    return note;
  }
}
