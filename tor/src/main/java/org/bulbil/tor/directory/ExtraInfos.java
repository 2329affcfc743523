package org.bulbil.tor.directory;

import java.util.List;

/**
 * The extra-infos of one document.
 *
 * @param infos in its order
 * @param skipped entries that made no sense
 */
public record ExtraInfos(List<ExtraInfo> infos, List<Skipped> skipped) {

  public ExtraInfos {
    infos = List.copyOf(infos);
    skipped = List.copyOf(skipped);
  }

  /**
   * Reads any number of extra-infos, one after the other.
   *
   * @param text Latin-1
   */
  public static ExtraInfos parse(String text) {
    var entries = Entries.read(text, "extra-info", ExtraInfoReader::read);
    return new ExtraInfos(entries.read(), entries.skipped());
  }
}
