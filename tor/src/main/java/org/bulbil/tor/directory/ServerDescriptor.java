package org.bulbil.tor.directory;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bulbil.tor.Bandwidth;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.Nickname;
import org.bulbil.tor.TorVersion;

/**
 * What a relay says of itself (dir-spec, "server descriptor"). The values are its own words until
 * {@link DescriptorSignature#check} has found the signature good.
 *
 * @param nickname its name
 * @param address its IPv4 address
 * @param orPort 1 to 65535
 * @param dirPort 0 where it has none
 * @param fingerprint as claimed
 * @param published when it was made
 * @param platform software and system, such as {@code Tor 0.4.9.11 on Linux}; may be empty
 * @param uptime since tor started there
 * @param bandwidth what it can and may carry
 * @param contact its operator's line, decoded as UTF-8; empty where there is none
 * @param family other relays that it names as kin: fingerprints or nicknames, as written
 * @param familyCertificates how many family keys vouch for it (Happy Families)
 * @param ntorOnionKey base64, empty where absent
 * @param identity its Ed25519 identity certificate, base64 in one line; empty where absent
 * @param raw from {@code router} to the end of the signature, Latin-1 so that each byte is kept
 */
public record ServerDescriptor(
    Nickname nickname,
    InetAddress address,
    int orPort,
    int dirPort,
    Fingerprint fingerprint,
    Instant published,
    String platform,
    Duration uptime,
    Capacity bandwidth,
    String contact,
    List<String> family,
    int familyCertificates,
    String ntorOnionKey,
    String identity,
    String raw) {

  /**
   * The {@code bandwidth} line.
   *
   * @param average what its operator allows in the long run
   * @param burst what he allows for a second
   * @param observed the most it has carried over ten seconds of the last days
   */
  public record Capacity(Bandwidth average, Bandwidth burst, Bandwidth observed) {

    /** What it advertises: the least of the three. */
    public Bandwidth advertised() {
      return java.util.Collections.min(List.of(average, burst, observed));
    }
  }

  public ServerDescriptor {
    family = List.copyOf(family);
  }

  public Optional<TorVersion> version() {
    return TorVersion.find(platform);
  }

  /** SHA-1 of its signed part, by which a consensus names it: 40 hexadecimal digits. */
  public String digest() {
    return DescriptorSignature.digest(this);
  }
}
