package org.bulbil.cli.launch;

import java.util.Optional;
import org.bulbil.agent.launch.Founder;
import org.bulbil.agent.launch.Request;
import org.bulbil.agent.order.StopKey;
import org.bulbil.agent.settings.BundleSettings;
import org.bulbil.agent.settings.RelaySettings;
import org.bulbil.agent.settings.Settings;
import org.bulbil.agent.settings.SettingsFile;
import org.bulbil.agent.settings.WillSettings;
import org.bulbil.core.contact.Email;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.genome.Genome;
import org.bulbil.core.genome.Lineage;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.policy.Prior;
import org.bulbil.hosting.bootstrap.FirstBoot;
import org.bulbil.hosting.bootstrap.Login;
import org.bulbil.hosting.bootstrap.OpenPorts;
import org.bulbil.hosting.bootstrap.SshKey;
import org.bulbil.hosting.bootstrap.UserData;
import org.bulbil.tor.seal.ReaderKey;

/**
 * What the relays of a launch are told at their first boot.
 *
 * @param template the settings of all of them, but for names, tokens and genes
 * @param family that they belong to
 * @param key whose holder may log in on their servers
 */
record FounderText(Settings template, FamilyId family, Optional<SshKey> key) {

  private static final int OR_PORT = 9001;

  /** Stands for the name and the genes that each relay has of its own. */
  private static final Hostname NOBODY = new Hostname("nobody");

  private static final Genome NO_GENES = Genome.founder("nowhere", "none");

  /**
   * @throws IllegalArgumentException where a word of {@code request} breaks a rule
   */
  static FounderText of(Request request, Place place, BundleSettings bundle, LaunchWork work) {
    var relay =
        new RelaySettings(
            new Email(request.email()),
            place.hoster(),
            place.tor(),
            OR_PORT,
            place.statusPort(),
            place.torrc());
    var template =
        new Settings(
            NOBODY,
            place.lease(),
            place.chain(),
            relay,
            NO_GENES,
            Lineage.FOUNDER,
            Prior.USUAL,
            Optional.empty(),
            new WillSettings(request.patrons(), place.startGift()),
            said(request.copyKey()).map(ReaderKey::new),
            said(request.stopKey()).map(StopKey::new),
            place.limits(),
            place.rhythm(),
            bundle,
            Optional.empty());
    return new FounderText(
        work.told(template), work.family(), said(request.sshKey()).map(SshKey::new));
  }

  private static Optional<String> said(String word) {
    return Optional.of(word).filter(text -> !text.isEmpty());
  }

  /** What the server of {@code founder} is bought with. */
  FirstBoot boot(Founder founder) {
    return new FirstBoot(script(founder), key);
  }

  private String script(Founder founder) {
    var told =
        template.forFounder(
            founder.hostname(), founder.token().orElseThrow().value(), founder.genome(), family);
    return new UserData(
            SettingsFile.write(told),
            template.bundle().file(),
            template.bundle().mirrors(),
            new OpenPorts(template.work().port(), template.relay().statusPort()),
            key.isPresent() ? Login.KEY_HOLDER : Login.NOBODY,
            template.work().packages())
        .script();
  }
}
