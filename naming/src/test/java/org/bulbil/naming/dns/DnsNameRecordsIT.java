package org.bulbil.naming.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Base64;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.naming.Addresses;
import org.bulbil.naming.DomainName;
import org.bulbil.naming.NameRecords;
import org.bulbil.naming.NameRecordsContract;
import org.bulbil.naming.NameServer;
import org.bulbil.naming.TsigKey;
import org.bulbil.naming.TsigKey.Algorithm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A name at a real bind9: the contract, and what it refuses, in words and without a change. */
class DnsNameRecordsIT extends NameRecordsContract {

  private static final InetAddress OWN = InetAddress.ofLiteral("192.0.2.1");

  @TempDir Path folder;
  private BoundNameserver bind;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    bind = BoundNameserver.start(folder);
  }

  @AfterEach
  void stop() {
    if (bind != null) {
      bind.close();
    }
  }

  @Override
  protected NameRecords records() {
    return bind.records("www.site.test", "site.test");
  }

  private void refused(Outcome<?> outcome, String words) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.summary()).contains(words);
    assertThat(records().read()).isEqualTo(Outcome.done(Addresses.NONE));
  }

  @Test
  void aKeyThatTheNameserverDoesNotKnowIsRefused() {
    var stranger = new TsigKey("other-key", Algorithm.HMAC_SHA256, bind.key.secret());
    refused(bind.records("www.site.test", "site.test", stranger).add(OWN), "BADKEY");
  }

  @Test
  void aKeyWithAnotherSecretIsRefused() {
    var secret = Base64.getEncoder().encodeToString(new byte[32]);
    var wrong = new TsigKey(bind.key.name(), Algorithm.HMAC_SHA256, secret);
    var ended = bind.records("www.site.test", "site.test", wrong).add(OWN);
    refused(ended, "BADSIG");
    assertThat(ended.summary()).doesNotContain(secret);
  }

  @Test
  void aZoneOfAnotherServerIsRefused() {
    refused(bind.records("www.other.test", "other.test").add(OWN), "NOTAUTH");
    assertThat(bind.records("www.other.test", "other.test").read())
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void aNameOutsideOfTheZoneIsRefused() {
    refused(bind.records("www.other.test", "site.test").add(OWN), "NOTZONE");
  }

  @Test
  void aNameThatTheKeyIsNotForIsRefused() {
    refused(bind.records("mail.site.test", "site.test").add(OWN), "REFUSED");
  }

  /** Whoever launches a site learns it before anything is bought. */
  @Test
  void aRehearsalIsRefusedAsAChangeWouldBe() {
    var stranger = new TsigKey("other-key", Algorithm.HMAC_SHA256, bind.key.secret());
    refused(bind.records("www.site.test", "site.test", stranger).rehearse(), "BADKEY");
    refused(bind.records("mail.site.test", "site.test").rehearse(), "REFUSED");
    refused(bind.records("www.other.test", "site.test").rehearse(), "");
  }

  @Test
  void anAliasIsToldApartFromANameWithoutAddresses() {
    var alias = bind.records("other.site.test", "site.test");
    refused(alias.read(), "CNAME");
    refused(alias.rehearse(), "CNAME");
  }

  /** One that became an alias after it was read. */
  @Test
  void anAliasGetsNoAddress() throws Exception {
    try (var whose = BoundNameserver.start(folder.resolve("alias"), "other.site.test")) {
      refused(whose.records("other.site.test", "site.test").add(OWN), "CNAME");
    }
  }

  @Test
  void aNameserverThatIsDownIsUnknownAndRemembersEverythingWhenItIsBack() throws Exception {
    records().add(OWN);
    bind.server.stop();
    assertThat(records().add(InetAddress.ofLiteral("192.0.2.2")))
        .isInstanceOf(Outcome.Unknown.class);
    assertThat(records().read().summary()).contains("cannot be reached");
    bind.server.resume();
    assertThat(records().read()).isEqualTo(Outcome.done(Addresses.of(OWN)));
  }

  @Test
  void aNameserverWithoutAddressIsUnknown() {
    var nowhere = new NameServer("ns.invalid", 53);
    assertThat(Zones.of(new DomainName("www.site.test"), nowhere, bind.key).summary())
        .contains("cannot be found");
  }

  @Test
  void theZoneOfANameIsFound() {
    for (var name : new String[] {"www.site.test", "a.b.site.test", "site.test"}) {
      assertThat(Zones.of(new DomainName(name), bind.where(), bind.key))
          .isEqualTo(Outcome.done(new DomainName("site.test")));
    }
    assertThat(Zones.of(new DomainName("www.other.test"), bind.where(), bind.key))
        .isInstanceOf(Outcome.Refused.class);
  }
}
