package org.bulbil.agent.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/**
 * What a site says of who pays for it, as files beside its content: {@code
 * /.well-known/bulbil.json} for programs, and {@code /.well-known/bulbil.html}, a fragment that
 * pages include. The folder is shown by {@link NginxConfig}.
 */
final class Footer {

  private static final String JSON = "bulbil.json";
  private static final String FRAGMENT = "bulbil.html";

  private Footer() {}

  /**
   * Writes both, each whole or not at all, where they have changed.
   *
   * @param folder made where it is not there
   */
  static void write(Path folder, SitePage page) throws IOException {
    Files.createDirectories(folder);
    replace(folder.resolve(JSON), page.json());
    replace(folder.resolve(FRAGMENT), fragment(page));
  }

  private static void replace(Path file, String text) throws IOException {
    if (Files.exists(file) && Files.readString(file).equals(text)) {
      return;
    }
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, text);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** A paragraph for the foot of a page, without styles or scripts. */
  private static String fragment(SitePage page) {
    var address = escaped(page.address());
    return """
        <p class="bulbil">This site pays its own rent with what readers give it:
        <a href="bitcoin:%s">%s</a>.
        It can pay for %s more; what is left at its end goes to %s.%s</p>
        """
        .formatted(
            address,
            address,
            days(page.runwayDays()),
            escaped(page.beneficiary().name()),
            onion(escaped(page.onion())));
  }

  private static String onion(String uri) {
    return uri.isEmpty() ? "" : "\nIt is an <a href=\"%s\">onion service</a> too.".formatted(uri);
  }

  private static String days(double count) {
    var whole = (long) Math.floor(count);
    return whole == 1 ? "one day" : String.format(Locale.ROOT, "%d days", whole);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
