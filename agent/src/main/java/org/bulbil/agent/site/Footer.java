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
public final class Footer {

  private static final String JSON = "bulbil.json";
  private static final String FRAGMENT = "bulbil.html";

  private Footer() {}

  /**
   * Writes both, each whole or not at all, where they have changed.
   *
   * @param folder made where it is not there
   */
  public static void write(Path folder, String json, String fragment) throws IOException {
    Files.createDirectories(folder);
    replace(folder.resolve(JSON), json);
    replace(folder.resolve(FRAGMENT), fragment);
  }

  private static void replace(Path file, String text) throws IOException {
    if (Files.exists(file) && Files.readString(file).equals(text)) {
      return;
    }
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, text);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * A paragraph for the foot of a page, without styles or scripts.
   *
   * @param address where gifts go
   * @param runwayDays how long everything paid or payable lasts
   * @param beneficiary who gets what is left at the end
   */
  public static String fragment(String address, double runwayDays, String beneficiary) {
    return """
        <p class="bulbil">This site pays its own rent with what readers give it:
        <a href="bitcoin:%s">%s</a>.
        It can pay for %s more; what is left at its end goes to %s.</p>
        """
        .formatted(escaped(address), escaped(address), days(runwayDays), escaped(beneficiary));
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
