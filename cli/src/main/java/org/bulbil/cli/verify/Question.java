package org.bulbil.cli.verify;

import java.net.URI;
import java.util.Locale;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.Nickname;

/** Which relay somebody asks about. */
sealed interface Question {

  /** By the name that cannot be borrowed. */
  record ByFingerprint(Fingerprint relay) implements Question {}

  /** By a name that several relays may have. */
  record ByNickname(Nickname name) implements Question {}

  /** By the status page that somebody was shown. */
  record ByPage(URI page) implements Question {}

  /**
   * Reads a fingerprint, a nickname or a URL.
   *
   * @throws IllegalArgumentException where it is none of them
   */
  static Question parse(String typed) {
    if (typed.matches("https?://.*")) {
      return new ByPage(page(typed));
    }
    var bare = typed.replace(" ", "").replaceFirst("^\\$", "");
    if (bare.toUpperCase(Locale.ROOT).matches("[0-9A-F]{40}")) {
      return new ByFingerprint(Fingerprint.parse(bare));
    }
    if (!typed.matches("[A-Za-z0-9]{1,19}")) {
      throw new IllegalArgumentException(
          "a relay is named by its fingerprint of 40 hexadecimal digits, its nickname, or the"
              + " address of its status page such as http://192.0.2.7:8080, not '"
              + typed
              + "'");
    }
    return new ByNickname(new Nickname(typed));
  }

  /** The root of the server that {@code typed} names. */
  static URI page(String typed) {
    var uri = URI.create(typed);
    if (uri.getHost() == null
        || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
      throw new IllegalArgumentException(
          "a page's address is like http://192.0.2.7:8080, not '" + typed + "'");
    }
    return uri.resolve("/");
  }
}
