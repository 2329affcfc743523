package org.bulbil.atlas.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.directory.DescriptorSignature;
import org.bulbil.tor.directory.ExtraInfo;
import org.bulbil.tor.directory.ServerDescriptor;

/** Extra-infos that were signed by the relay that they name; its descriptor has the key. */
final class GenuineInfos {

  private final Function<Fingerprint, Optional<ServerDescriptor>> descriptors;
  private final List<ExtraInfo> infos = new ArrayList<>();
  private int forged;

  GenuineInfos(Function<Fingerprint, Optional<ServerDescriptor>> descriptors) {
    this.descriptors = descriptors;
  }

  void add(Collection<ExtraInfo> found) {
    for (var info : found) {
      if (isGenuine(info)) {
        infos.add(info.withoutText());
      } else {
        forged++;
      }
    }
  }

  private boolean isGenuine(ExtraInfo info) {
    return descriptors
        .apply(info.fingerprint())
        .filter(relay -> DescriptorSignature.check(info, relay) instanceof Outcome.Done)
        .isPresent();
  }

  List<ExtraInfo> infos() {
    return infos;
  }

  /** How many were left out. */
  int forged() {
    return forged;
  }
}
