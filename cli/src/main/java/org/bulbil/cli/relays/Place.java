package org.bulbil.cli.relays;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.bulbil.core.text.HostPort;

/** Where a relay's own words are to be found. */
public sealed interface Place {

  /** A status page. */
  record Page(URI uri) implements Place {
    @Override
    public String toString() {
      return uri.toString();
    }
  }

  /** The folder of an agent on this machine. */
  record Home(Path folder) implements Place {
    @Override
    public String toString() {
      return folder.toString();
    }
  }

  /** Where the status page of a relay is, if nothing else is said. */
  int PORT = 8080;

  /** A name or an IPv4 address, perhaps with a port. */
  Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?");

  /**
   * Reads what a person typed: an http or https address, a folder, or a host.
   *
   * @throws IllegalArgumentException naming the three forms
   */
  static Place parse(String text) {
    if (text.startsWith("http://") || text.startsWith("https://")) {
      return new Page(URI.create(text));
    }
    var folder = Path.of(text);
    if (Files.isDirectory(folder)) {
      return new Home(folder);
    }
    if (HOST.matcher(text).matches() && text.contains(".")) {
      return page(text.contains(":") ? text : text + ":" + PORT);
    }
    throw new IllegalArgumentException(
        "a relay is given as the address of its status page, such as http://203.0.113.5:8080, or as"
            + " the folder of its agent, not '"
            + text
            + "'");
  }

  private static Place page(String hostAndPort) {
    return new Page(URI.create("http://" + hostAndPort));
  }

  /** The status page of the relay at {@code host}. */
  static Place at(String host, int port) {
    return page(HostPort.of(host, port));
  }
}
