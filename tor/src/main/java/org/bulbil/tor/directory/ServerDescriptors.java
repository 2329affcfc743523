package org.bulbil.tor.directory;

import java.util.List;

/**
 * The descriptors of one document.
 *
 * @param descriptors in its order
 * @param skipped entries that made no sense
 */
public record ServerDescriptors(List<ServerDescriptor> descriptors, List<Skipped> skipped) {

  public ServerDescriptors {
    descriptors = List.copyOf(descriptors);
    skipped = List.copyOf(skipped);
  }

  /**
   * Reads any number of descriptors, one after the other.
   *
   * @param text Latin-1
   */
  public static ServerDescriptors parse(String text) {
    var entries = Entries.read(text, "router", ServerDescriptorReader::read);
    return new ServerDescriptors(entries.read(), entries.skipped());
  }
}
