package org.bulbil.atlas.directory;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bulbil.tor.TorVersion;

/** What the authorities think of a version of tor, in Onionoo's words. */
public enum VersionStatus {
  RECOMMENDED,
  /** Newer than every recommended one. */
  EXPERIMENTAL,
  /** Older than every recommended one. */
  OBSOLETE,
  /** Newer than every recommended one of its own series. */
  NEW_IN_SERIES,
  UNRECOMMENDED;

  /** A version with what follows its hyphen; without one it comes first, as Onionoo has it. */
  private record Version(TorVersion numbers, String tag) {

    static final Comparator<Version> ORDER =
        Comparator.comparing(Version::numbers).thenComparing(Version::tag);

    static Optional<Version> read(String text) {
      int hyphen = text.indexOf('-');
      return TorVersion.find(text)
          .map(numbers -> new Version(numbers, hyphen < 0 ? "" : text.substring(hyphen)));
    }

    boolean isAfter(Version that) {
      return ORDER.compare(this, that) > 0;
    }

    boolean isInSeriesOf(Version that) {
      return numbers.major() == that.numbers.major()
          && numbers.minor() == that.numbers.minor()
          && numbers.micro() == that.numbers.micro();
    }
  }

  /**
   * Of {@code version}, such as {@code 0.4.9.11}; empty where it is none or none are recommended.
   */
  public static Optional<VersionStatus> of(String version, List<String> recommended) {
    var known = recommended.stream().map(Version::read).flatMap(Optional::stream).toList();
    return Version.read(version).filter(_ -> !known.isEmpty()).map(found -> among(found, known));
  }

  private static VersionStatus among(Version version, List<Version> recommended) {
    if (recommended.contains(version)) {
      return RECOMMENDED;
    }
    if (recommended.stream().allMatch(version::isAfter)) {
      return EXPERIMENTAL;
    }
    if (recommended.stream().noneMatch(version::isAfter)) {
      return OBSOLETE;
    }
    var series = recommended.stream().filter(version::isInSeriesOf).toList();
    return !series.isEmpty() && series.stream().allMatch(version::isAfter)
        ? NEW_IN_SERIES
        : UNRECOMMENDED;
  }

  /** As Onionoo writes it: {@code new in series}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
