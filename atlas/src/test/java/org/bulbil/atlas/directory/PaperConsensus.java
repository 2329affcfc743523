package org.bulbil.atlas.directory;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import org.bulbil.tor.directory.Consensus;
import org.bulbil.tor.testing.PaperRelay;

/** Writes a consensus as authorities do, without their signatures. */
final class PaperConsensus {

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private final StringBuilder entries = new StringBuilder();
  private final Instant validAfter;
  Duration interval = Duration.ofHours(1);
  String versions = "0.4.8.21,0.4.9.10,0.4.9.11";
  String weights = "Wbd=0 Wgg=5000 Wgd=0 Wmg=5000 Wmm=10000 Wme=0 Wmd=0 Wee=10000 Wed=10000";

  PaperConsensus(Instant validAfter) {
    this.validAfter = validAfter;
  }

  PaperConsensus with(PaperRelay relay, String nickname, String flags, int weight)
      throws GeneralSecurityException {
    var identity =
        Base64.getEncoder()
            .withoutPadding()
            .encodeToString(HexFormat.of().parseHex(relay.fingerprint().value()));
    entries.append(
        """
        r %s %s FF26jNpQfRpYdz65WYv+O9pFPtY %s %s 9001 0
        s %s
        v Tor 0.4.9.11
        w Bandwidth=%d
        p reject 1-65535
        """
            .formatted(nickname, identity, UTC.format(validAfter), relay.address, flags, weight));
    return this;
  }

  String text() {
    return """
        network-status-version 3
        vote-status consensus
        valid-after %s
        fresh-until %s
        valid-until %s
        server-versions %s
        %sdirectory-footer
        bandwidth-weights %s
        directory-signature E8A9 0B53
        """
        .formatted(
            UTC.format(validAfter),
            UTC.format(validAfter.plus(interval)),
            UTC.format(validAfter.plus(interval.multipliedBy(3))),
            versions,
            entries,
            weights);
  }

  Consensus read() {
    return Consensus.parse(text()).answer().orElseThrow();
  }
}
