package org.bulbil.sandbox.network;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.SortedMap;
import org.bulbil.tor.Bandwidth;
import org.bulbil.tor.Fingerprint;

/**
 * What a bandwidth scanner tells the authorities (bandwidth-file-spec 1.4). A relay that is not in
 * it gets a weight of 20, whatever it claims.
 *
 * @param path read by every authority at each vote
 */
record BandwidthFile(Path path) {

  /** Atomically, since a vote may begin at any moment. */
  void write(SortedMap<Fingerprint, Bandwidth> speeds, Instant now) throws IOException {
    var fresh = path.resolveSibling(path.getFileName() + ".new");
    Files.writeString(fresh, text(speeds, now), StandardCharsets.US_ASCII);
    Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
  }

  static String text(SortedMap<Fingerprint, Bandwidth> speeds, Instant now) {
    var text = new StringBuilder();
    text.append(now.getEpochSecond())
        .append("\nversion=1.4.0\nsoftware=bulbil-sandbox\nsoftware_version=0.1.0\n=====\n");
    speeds.forEach(
        (relay, speed) -> text.append("bw=%d node_id=$%s\n".formatted(weight(speed), relay)));
    return text.toString();
  }

  /** In kB/s, and never 0, which would mean that no client may choose the relay. */
  private static long weight(Bandwidth speed) {
    return Math.max(1, speed.kilobytesPerSecond());
  }
}
