package org.bulbil.sandbox.network;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.Bandwidth;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.control.ControlReply;
import org.bulbil.tor.directory.Consensus;
import org.bulbil.tor.directory.DirectoryClient;
import org.bulbil.tor.directory.ServerDescriptor;

/** The three authorities together: what they agreed on, and whom they leave out. */
final class Authorities {

  private final List<Authority> all;
  private final DirectoryClient directory;
  private final SortedSet<Fingerprint> rejected = new TreeSet<>();

  Authorities(List<Authority> all, DirectoryClient directory) {
    this.all = List.copyOf(all);
    this.directory = directory;
  }

  List<URI> documents() {
    return all.stream().map(Authority::documents).toList();
  }

  /** The newest consensus of the first that answers. */
  Outcome<Consensus> consensus() {
    Outcome<Consensus> last = Outcome.unknown("no authority");
    for (var authority : documents()) {
      last = directory.consensus(authority);
      if (last instanceof Outcome.Done) {
        return last;
      }
    }
    return last;
  }

  /** What each relay says it lets through in the long run, as far as the first authority knows. */
  Map<Fingerprint, Bandwidth> allowed() {
    return directory.descriptors(documents().getFirst()).answer().stream()
        .flatMap(read -> read.descriptors().stream())
        .collect(
            toMap(
                ServerDescriptor::fingerprint,
                descriptor -> descriptor.bandwidth().average(),
                (_, later) -> later));
  }

  synchronized Outcome<List<ControlReply>> reject(Fingerprint relay) throws IOException {
    rejected.add(relay);
    return tellAll();
  }

  synchronized Outcome<List<ControlReply>> forgive(Fingerprint relay) throws IOException {
    rejected.remove(relay);
    return tellAll();
  }

  private Outcome<List<ControlReply>> tellAll() throws IOException {
    return Parallel.all(
        all.stream()
            .<Callable<Outcome<ControlReply>>>map(authority -> () -> authority.reject(rejected))
            .toList());
  }
}
