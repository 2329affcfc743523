package org.bulbil.atlas.query;

import java.util.Optional;

/**
 * Versions from one to another, both with everything that begins with them: {@code 0.4.8} holds
 * 0.4.8.12.
 */
public record VersionRange(Optional<DottedVersion> from, Optional<DottedVersion> to) {

  public VersionRange {
    if (from.isEmpty() && to.isEmpty()) {
      throw new BadParameter("version must name at least one end of a range");
    }
    if (from.isPresent() && to.isPresent() && from.get().compareTo(to.get()) > 0) {
      throw new BadParameter(
          "version must name the lower end of a range first, not %s..%s"
              .formatted(from.get(), to.get()));
    }
  }

  static VersionRange parse(String text) {
    int dots = text.lastIndexOf("..");
    var from = DottedVersion.parse(dots < 0 ? text : text.substring(0, dots));
    return new VersionRange(from, dots < 0 ? from : DottedVersion.parse(text.substring(dots + 2)));
  }

  boolean holds(DottedVersion version) {
    return from.map(low -> version.compareTo(low) >= 0).orElse(true)
        && to.map(high -> version.compareTo(high) <= 0 || version.sharesPrefix(high)).orElse(true);
  }
}
