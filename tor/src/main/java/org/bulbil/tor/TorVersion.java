package org.bulbil.tor;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of tor, such as 0.4.9.11; what follows a hyphen (alpha, rc, Debian's suffix) is not
 * kept.
 *
 * <p>The four numbers are those of version-spec: major, minor, micro and patch level.
 */
public record TorVersion(int major, int minor, int micro, int patch)
    implements Comparable<TorVersion> {

  /** The first series that knows Happy Families. */
  public static final TorVersion OLDEST_WITH_FAMILIES = new TorVersion(0, 4, 9, 0);

  private static final Pattern FORM =
      Pattern.compile("\\b(\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,4})(?:\\.(\\d{1,4}))?");

  private static final Comparator<TorVersion> ORDER =
      Comparator.comparingInt(TorVersion::major)
          .thenComparingInt(TorVersion::minor)
          .thenComparingInt(TorVersion::micro)
          .thenComparingInt(TorVersion::patch);

  /** The first version in {@code text}, such as in {@code Tor 0.4.7.10 on Linux}. */
  public static Optional<TorVersion> find(String text) {
    return Optional.of(FORM.matcher(text)).filter(Matcher::find).map(TorVersion::of);
  }

  private static TorVersion of(Matcher found) {
    return new TorVersion(
        Integer.parseInt(found.group(1)),
        Integer.parseInt(found.group(2)),
        Integer.parseInt(found.group(3)),
        found.group(4) == null ? 0 : Integer.parseInt(found.group(4)));
  }

  public boolean isAtLeast(TorVersion that) {
    return compareTo(that) >= 0;
  }

  @Override
  public int compareTo(TorVersion that) {
    return ORDER.compare(this, that);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + micro + "." + patch;
  }
}
