package org.bulbil.tor.directory;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.bulbil.tor.Bandwidth;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.Nickname;

/** Reads one server descriptor (dir-spec §"server descriptor format"). */
final class ServerDescriptorReader {

  private ServerDescriptorReader() {}

  static ServerDescriptor read(String entry) {
    var items = Items.of(entry);
    var router = items.required("router").words(5);
    requireSignature(items);
    return new ServerDescriptor(
        new Nickname(router.get(0)),
        InetAddress.ofLiteral(router.get(1)),
        Items.port(router.get(2)),
        Items.port(router.get(4)),
        Fingerprint.parse(items.required("fingerprint").arguments()),
        items.time("published"),
        items.text("platform"),
        uptime(items),
        capacity(items.required("bandwidth").words(3)),
        utf8(items.text("contact")),
        words(items.text("family")),
        (int) items.each("family-cert").count(),
        items.text("ntor-onion-key"),
        items.first("identity-ed25519").map(Item::object).orElse(""),
        entry);
  }

  private static void requireSignature(Items items) {
    if (items.required("router-signature").object().isEmpty()) {
      throw new IllegalArgumentException("there is no signature below \"router-signature\"");
    }
  }

  private static Duration uptime(Items items) {
    return items
        .first("uptime")
        .map(item -> Duration.ofSeconds(Long.parseLong(item.arguments())))
        .orElse(Duration.ZERO);
  }

  private static ServerDescriptor.Capacity capacity(List<String> words) {
    return new ServerDescriptor.Capacity(
        speed(words.get(0)), speed(words.get(1)), speed(words.get(2)));
  }

  private static Bandwidth speed(String word) {
    return new Bandwidth(Long.parseLong(word));
  }

  /** Documents are read as Latin-1 to keep each byte; people write UTF-8. */
  private static String utf8(String latin1) {
    return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
  }
}
