package org.bulbil.tor.directory;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bulbil.tor.Bandwidth;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.Nickname;
import org.bulbil.tor.TorVersion;

/**
 * A relay's entry in a consensus (dir-spec, "router status entry").
 *
 * @param nickname as it names itself
 * @param fingerprint who it is
 * @param descriptor SHA-1 of its newest descriptor, as 40 hexadecimal digits; see {@link
 *     ServerDescriptor#digest}
 * @param published when that descriptor was made; newer tor writes 2038-01-01 on purpose
 * @param address its IPv4 address
 * @param orPort 1 to 65535
 * @param dirPort 0 where it has none
 * @param furtherAddresses other addresses with ports, IPv6 in brackets
 * @param flags those that we know
 * @param version of its tor, where the entry says it in a form we know
 * @param weight by which clients choose it, nominally kilobytes per second as bytes per second
 * @param measured whether the weight was measured by the authorities and not only claimed
 * @param exitPorts summary of the ports it lets traffic out to, such as {@code reject 1-65535}
 */
public record RouterStatus(
    Nickname nickname,
    Fingerprint fingerprint,
    String descriptor,
    Instant published,
    InetAddress address,
    int orPort,
    int dirPort,
    List<String> furtherAddresses,
    Set<Flag> flags,
    Optional<TorVersion> version,
    Bandwidth weight,
    boolean measured,
    String exitPorts) {

  public RouterStatus {
    furtherAddresses = List.copyOf(furtherAddresses);
    flags = Set.copyOf(flags);
  }

  /**
   * Reads entries without a consensus around them, as tor's control port gives them; those that
   * make no sense are left out.
   *
   * @param text Latin-1
   */
  public static List<RouterStatus> parse(String text) {
    return Entries.read(text, "r", RouterStatusReader::read).read();
  }

  public boolean has(Flag flag) {
    return flags.contains(flag);
  }
}
