package org.bulbil.tor.directory;

import java.time.Instant;
import java.util.Optional;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.Nickname;

/**
 * What a relay counts of itself (dir-spec "extra-info document"), as far as a map shows it: the
 * traffic. Its own words until {@link DescriptorSignature#check(ExtraInfo, ServerDescriptor)} has
 * found the signature good.
 *
 * @param fingerprint as claimed
 * @param published when it was made
 * @param written to others; empty where it does not say, as in a relay's first day
 * @param read from others
 * @param raw from {@code extra-info} to the end of the signature, Latin-1
 */
public record ExtraInfo(
    Nickname nickname,
    Fingerprint fingerprint,
    Instant published,
    Optional<BandwidthHistory> written,
    Optional<BandwidthHistory> read,
    String raw) {

  /** The same without {@link #raw}, which is needed no longer once the signature was checked. */
  public ExtraInfo withoutText() {
    return new ExtraInfo(nickname, fingerprint, published, written, read, "");
  }
}
