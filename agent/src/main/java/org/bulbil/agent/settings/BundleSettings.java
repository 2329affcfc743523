package org.bulbil.agent.settings;

import java.net.URI;
import java.util.List;
import org.bulbil.hosting.bootstrap.Bundle;

/**
 * The program, as one file that servers fetch.
 *
 * @param file what they must get
 * @param mirrors folders on the web that hold it, for children who cannot get it from their parent
 */
public record BundleSettings(Bundle file, List<URI> mirrors) {
  public BundleSettings {
    mirrors = List.copyOf(mirrors);
  }
}
