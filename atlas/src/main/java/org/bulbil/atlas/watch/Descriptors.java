package org.bulbil.atlas.watch;

import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.directory.DirectoryClient;
import org.bulbil.tor.directory.ServerDescriptor;
import org.bulbil.tor.directory.ServerDescriptors;

/** Whom the signed words of relays are asked of: directory servers, one after the other. */
public final class Descriptors {

  /** As many as fit in the address of a question. */
  private static final int AT_ONCE = 96;

  private final List<URI> servers;
  private final DirectoryClient client;

  /**
   * @param servers base URLs; none where nobody is to be asked
   */
  public Descriptors(List<URI> servers, DirectoryClient client) {
    this.servers = List.copyOf(servers);
    this.client = client;
  }

  /** The newest descriptor of each, unchecked; of whom nobody has one it is left out. */
  Map<Fingerprint, ServerDescriptor> of(Collection<Fingerprint> relays) {
    var found = new HashMap<Fingerprint, ServerDescriptor>();
    var all = List.copyOf(relays);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      var some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      ask(some).forEach(each -> found.put(each.fingerprint(), each));
    }
    found.keySet().retainAll(all);
    return found;
  }

  private List<ServerDescriptor> ask(List<Fingerprint> relays) {
    for (var server : servers) {
      var answer = client.descriptors(server, relays).map(ServerDescriptors::descriptors).answer();
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    return List.of();
  }
}
