package org.bulbil.agent.site;

import java.net.InetAddress;
import java.util.Optional;
import org.bulbil.agent.bequest.Kin;
import org.bulbil.tor.Fingerprint;

/**
 * Another server of the site, that answered.
 *
 * @param where the name points
 * @param page that it showed there
 */
record Sibling(InetAddress where, SitePage page) {

  Fingerprint fingerprint() {
    return new Fingerprint(page.fingerprint());
  }

  Kin kin() {
    return new Kin(
        fingerprint(),
        page.heritage().lineage().parent().map(Fingerprint::new),
        where.getHostAddress(),
        Optional.of(page.address()),
        page.sealKey());
  }
}
