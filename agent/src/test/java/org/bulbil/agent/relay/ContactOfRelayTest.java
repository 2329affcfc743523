package org.bulbil.agent.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bulbil.agent.settings.Settings;
import org.bulbil.agent.settings.TestingSettings;
import org.bulbil.core.contact.ContactInfo;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.contact.SystemFacts;
import org.bulbil.core.genome.Genome;
import org.bulbil.core.lease.Plan;
import org.bulbil.core.money.Cents;
import org.bulbil.tor.process.TorFolder;
import org.junit.jupiter.api.Test;

/** A relay's contact line follows from its settings, its plan and its machine. */
class ContactOfRelayTest {

  private static final Plan PLAN = new Plan("vc2-1c-1gb", Cents.of(38), 1, 1024, 25, 1.0, true);
  private static final String WALLET = "bcrt1q9vza2e8x573nczrlzms0wvx3gsqjx7vay85cr9";
  private static final FamilyId FAMILY =
      new FamilyId("4h48rZ4d/qDoAxHIsf0qGJw+DsHfjQ6BtQ6ENK8QlrA");

  private static TestingSettings settings() {
    return new TestingSettings().genome(Genome.founder("ewr", PLAN.slug()).encode());
  }

  private static ContactInfo contact(Settings settings, Optional<FamilyId> family) {
    var system = new SystemFacts(Optional.of("debian/13"), Optional.of("kvm"), Optional.of(true));
    var torrc = new TorrcOfRelay(settings, new TorFolder(Path.of("/nowhere")), system);
    return ContactInfo.read(torrc.contact(PLAN, new Card(WALLET, family, List.of())).value());
  }

  @Test
  void planAndMachineAreNamed() {
    var info = contact(settings().put("relay", "hoster", "vultr.com").settings(), Optional.empty());
    assertThat(info.problems()).isEmpty();
    assertThat(info.fields())
        .containsEntry("hoster", "vultr.com")
        .containsEntry("cost", "11.40USD")
        .containsEntry("trafficacct", "466")
        .containsEntry("memory", "1024")
        .containsEntry("virtualization", "kvm")
        .containsEntry("os", "debian/13")
        .containsEntry("autoupdate", "y")
        .containsKey("uplinkbw")
        .containsEntry("ciissversion", "2")
        .doesNotContainKeys("url", "proof", "donationurl");
  }

  @Test
  void aHosterThatIsNoDomainIsLeftOut() {
    var info =
        contact(settings().put("relay", "hoster", "some \"hoster\"").settings(), Optional.empty());
    assertThat(info.problems()).isEmpty();
    assertThat(info.hoster()).isEmpty();
  }

  private static TestingSettings withPages() {
    return settings()
        .put("relay", "url", "https://relays.org")
        .put("relay", "donation_url", "https://relays.org/donate");
  }

  @Test
  void aFamilysSiteIsNamedOnceTheRelayDeclaresTheFamily() {
    assertThat(contact(withPages().settings(), Optional.empty()).url()).isEmpty();
    var declared = contact(withPages().settings(), Optional.of(FAMILY));
    assertThat(declared.problems()).isEmpty();
    assertThat(declared.fields())
        .containsEntry("url", "https://relays.org")
        .containsEntry("proof", "uri-familyid-ed25519")
        .containsEntry("donationurl", "https://relays.org/donate")
        .containsEntry("ciissversion", "3");
  }

  @Test
  void aSiteThatListsRelaysIsNamedByTheRelayAlone() {
    var settings = withPages().put("relay", "proof", "uri-rsa").settings();
    var own = contact(settings, Optional.empty());
    assertThat(own.problems()).isEmpty();
    assertThat(own.fields()).containsEntry("proof", "uri-rsa").containsEntry("ciissversion", "2");
  }
}
