package org.bulbil.tor.directory;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bulbil.tor.Bandwidth;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.Nickname;
import org.bulbil.tor.TorVersion;

/** Reads the entry of one relay in an ns-flavoured consensus (dir-spec §"router status entry"). */
final class RouterStatusReader {

  private static final int SHA1_BYTES = 20;

  private RouterStatusReader() {}

  static RouterStatus read(String entry) {
    var items = Items.of(entry);
    var router = items.required("r").words(8);
    return new RouterStatus(
        new Nickname(router.get(0)),
        Fingerprint.ofBase64(router.get(1)),
        sha1(router.get(2)),
        Items.time(router, 3),
        InetAddress.ofLiteral(router.get(5)),
        Items.port(router.get(6)),
        Items.port(router.get(7)),
        items.each("a").map(Item::arguments).toList(),
        flags(items.text("s")),
        TorVersion.find(items.text("v")),
        weight(items),
        isMeasured(items),
        items.text("p"));
  }

  private static String sha1(String base64) {
    var bytes = Base64.getDecoder().decode(base64);
    if (bytes.length != SHA1_BYTES) {
      throw new IllegalArgumentException("not the digest of a descriptor: " + base64);
    }
    return HexFormat.of().withUpperCase().formatHex(bytes);
  }

  private static Set<Flag> flags(String words) {
    return Arrays.stream(words.split(" "))
        .map(Flag::of)
        .flatMap(Optional::stream)
        .collect(toUnmodifiableSet());
  }

  private static Bandwidth weight(Items items) {
    return words(items)
        .filter(word -> word.startsWith("Bandwidth="))
        .findFirst()
        .map(
            word ->
                Bandwidth.ofKilobytes(Integer.parseUnsignedInt(word.substring(10)) & 0xffffffffL))
        .orElse(new Bandwidth(0));
  }

  private static boolean isMeasured(Items items) {
    return items.first("w").isPresent() && words(items).noneMatch("Unmeasured=1"::equals);
  }

  private static java.util.stream.Stream<String> words(Items items) {
    return List.of(items.text("w").split(" ")).stream();
  }
}
