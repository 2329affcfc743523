package org.bulbil.agent.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.time.LocalDate;
import org.bulbil.core.charity.Beneficiary;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.contact.Website;
import org.bulbil.core.genome.Genome;
import org.bulbil.core.genome.Lineage;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.policy.Prior;
import org.bulbil.tor.seal.ReaderKey;
import org.junit.jupiter.api.Test;

/** Settings survive being written for a child, and a bad file is told all its faults at once. */
class SettingsFileTest {

  private static final String SMALLEST =
      """
      hostname = "bulbil1"
      [lease]
      url = "http://127.0.0.1:3000"
      token = "ss_t_000000000000000000000000000"
      [chain]
      esplora = ["http://127.0.0.1:3002", "http://127.0.0.1:3003"]
      [heritage]
      genome = "GENOME"
      [[will.beneficiary]]
      name = "Tor Project"
      address = "bc1qtt04zfgjxg7lpqhk9vk8hnmnwf88ucwww5arsd"
      source = "https://donate.torproject.org/cryptocurrency"
      checked = 2026-11-22
      expires = 2027-11-22
      [bundle]
      sha256 = "HASH"
      bytes = 30000000
      mirrors = ["https://mirror.test/bulbil"]
      [relay]
      email = "relays@sandbox.test"
      """
          .replace("HASH", "a1".repeat(32))
          .replace("GENOME", Genome.founder("ewr", "vc2-1c-1gb").encode());

  private static final FamilyId FAMILY =
      new FamilyId("4h48rZ4d/qDoAxHIsf0qGJw+DsHfjQ6BtQ6ENK8QlrA");

  @Test
  void aNurseNamesTheFamilyAndAFamilyWithoutOneIsBroughtByTheLauncher() {
    assertThat(SettingsFile.parse("agent.toml", SMALLEST).nurse()).isEmpty();
    assertThatThrownBy(() -> SettingsFile.parse("a", withHeritage("nurse = 'http://127.0.0.1:1'")))
        .hasMessageContaining("heritage.family: must be set");
    var brought = SettingsFile.parse("a", withHeritage("family = '" + FAMILY + "'"));
    assertThat(brought.nurse()).contains(NurseSettings.launcher(FAMILY));
    assertThat(SettingsFile.parse("a", SettingsFile.write(brought))).isEqualTo(brought);
    assertThatThrownBy(
            () -> SettingsFile.parse("a", withHeritage("nurse = 'ftp://x'\nfamily = 'mine'")))
        .hasMessageContaining("2 faults")
        .hasMessageContaining("heritage.nurse: must be an http or https address, not ftp://x")
        .hasMessageContaining("heritage.family: a family's id is 43 letters");
  }

  private static String withHeritage(String lines) {
    return SMALLEST.replace("[heritage]", "[heritage]\n" + lines);
  }

  @Test
  void whatIsWrittenForAChildIsReadBackTheSame() {
    var parent = SettingsFile.parse("agent.toml", SMALLEST);
    var child =
        parent.forChild(
            new Hostname("bulbil2"),
            "ss_t_child",
            parent.genome().withRegion("ams"),
            new Lineage(0, java.util.Optional.empty()).child("A".repeat(40)),
            new Prior(3.5),
            new NurseSettings(URI.create("http://127.80.0.5:8080"), FAMILY));
    assertThat(SettingsFile.parse("agent.toml", SettingsFile.write(child))).isEqualTo(child);
  }

  /** Written in whole hours, it must not fall out of its bounds. */
  @Test
  void everyPriorThatAParentHandsDownCanBeRead() {
    var parent = SettingsFile.parse("agent.toml", SMALLEST);
    var nurse = new NurseSettings(URI.create("http://127.80.0.5:8080"), FAMILY);
    var lineage = parent.lineage().child("A".repeat(40));
    for (double days = 0; days < 31; days += 0.01) {
      var child =
          parent.forChild(
              new Hostname("bulbil2"),
              "ss_t_child",
              parent.genome(),
              lineage,
              Prior.near(days),
              nurse);
      var read = SettingsFile.parse("child", SettingsFile.write(child)).prior();
      assertThat(read.meanGift()).isCloseTo(child.prior().meanGift(), within(1 / 48.0));
    }
  }

  @Test
  void aSettingWithQuotesAndBackslashesCannotBreakOut() {
    var hostile = SMALLEST + "hoster = 'a\"\\b'\nextra_torrc = ['x \"y\" \\z', 'w']\n";
    var settings = SettingsFile.parse("agent.toml", hostile);
    assertThat(settings.relay().hoster()).isEqualTo("a\"\\b");
    assertThat(SettingsFile.parse("again", SettingsFile.write(settings))).isEqualTo(settings);
  }

  /** Whatever of a provider turns out to be different can be told, and children are told it too. */
  @Test
  void particularsOfAProviderAreReadAndHandedOn() {
    var usual = SettingsFile.parse("agent.toml", SMALLEST);
    assertThat(usual.lease().particulars()).isEqualTo(Particulars.NONE);
    var lines =
        "[lease]\ntunnel = '127.0.0.1:9060'\nuser_data = 'plain'\noperating_system = 'debian-13'\n"
            + "vat_percent = 0";
    var other = SettingsFile.parse("agent.toml", SMALLEST.replace("[lease]", lines));
    var told = other.lease().particulars();
    assertThat(told.tunnel()).hasToString("Optional[127.0.0.1:9060]");
    assertThat(told.userData()).contains("plain");
    assertThat(told.operatingSystem()).contains("debian-13");
    assertThat(told.vatPercent()).contains(0);
    assertThat(SettingsFile.parse("child", SettingsFile.write(other))).isEqualTo(other);
    for (var bad : new String[] {"tunnel = '9060'", "user_data = 'hex'", "vat_percent = 101"}) {
      var text = SMALLEST.replace("[lease]", "[lease]\n" + bad);
      assertThatThrownBy(() -> SettingsFile.parse("a", text))
          .as(bad)
          .isInstanceOf(InvalidSettings.class);
    }
  }

  @Test
  void pagesAreReadBackAndHandedDownAsFarAsTheyKnowOfChildren() {
    for (var proof : Website.Proof.values()) {
      var pages =
          "url = 'https://relays.org'\ndonation_url = 'https://relays.org/gifts'\nproof = '%s'\n"
              .formatted(proof);
      var parent = SettingsFile.parse("agent.toml", SMALLEST + pages);
      assertThat(parent.relay().website().map(Website::proof)).contains(proof);
      assertThat(SettingsFile.parse("again", SettingsFile.write(parent))).isEqualTo(parent);
      var child = child(parent);
      assertThat(child.relay().website().isPresent()).isEqualTo(proof.isOfFamily());
      assertThat(child.relay().donations()).isEqualTo(parent.relay().donations());
    }
  }

  private static Settings child(Settings parent) {
    return parent.forChild(
        new Hostname("bulbil2"),
        "ss_t_child",
        parent.genome(),
        parent.lineage().child("A".repeat(40)),
        new Prior(3.5),
        new NurseSettings(URI.create("http://127.80.0.5:8080"), FAMILY));
  }

  @Test
  void aPageMustBeOneThatCanBeChecked() {
    var pages = "url = 'http://relays.org'\nproof = 'mine'\ndonation_url = 'x y'\n";
    assertThatThrownBy(() -> SettingsFile.parse("agent.toml", SMALLEST + pages))
        .hasMessageContaining("relay.url: an address on the web")
        .hasMessageContaining("relay.proof: a proof is one of")
        .hasMessageContaining("relay.donation_url: an address on the web");
  }

  @Test
  void anUnknownSettingIsNamedWithTheNearestValidOne() {
    assertThatThrownBy(() -> SettingsFile.parse("agent.toml", SMALLEST + "emial = 'x'\n"))
        .isInstanceOf(InvalidSettings.class)
        .hasMessageContaining("relay.emial: unknown setting; did you mean relay.email?");
  }

  @Test
  void everyFaultIsToldAtOnce() {
    var bad =
        SMALLEST
                .replace("http://127.0.0.1:3000", "ftp://x")
                .replace("hostname = \"bulbil1\"", "hostname = \"not a name\"")
            + "or_port = 70000\n[rhythm]\nheartbeat_seconds = 0\n";
    assertThatThrownBy(() -> SettingsFile.parse("agent.toml", bad))
        .hasMessageContaining("4 faults")
        .hasMessageContaining("hostname: a hostname must be 1 to 19 letters")
        .hasMessageContaining("lease.url: must be an http or https address, not ftp://x")
        .hasMessageContaining("relay.or_port: a port is 1 to 65535, not 70000")
        .hasMessageContaining("rhythm.heartbeat_seconds: must be at least a second");
  }

  @Test
  void whatMustBeSetIsAskedFor() {
    assertThatThrownBy(() -> SettingsFile.parse("agent.toml", ""))
        .hasMessageContaining("hostname: must be set")
        .hasMessageContaining("lease.token: must be set")
        .hasMessageContaining("relay.email: must be set")
        .hasMessageContaining("will.beneficiary: 1 to 8 beneficiaries are needed, not 0");
  }

  @Test
  void somebodyMustAnswerForARelay() {
    var unanswered = SMALLEST.replace("relays@sandbox.test", "nobody");
    assertThatThrownBy(() -> SettingsFile.parse("agent.toml", unanswered))
        .hasMessageContaining("relay.email: an e-mail address must be like name@domain.tld");
  }

  @Test
  void aBrokenFileIsToldWhereItBreaks() {
    assertThatThrownBy(() -> SettingsFile.parse("agent.toml", SMALLEST + "[limits\n"))
        .isInstanceOf(InvalidSettings.class)
        .hasMessageContaining("line");
  }

  @Test
  void aWrongTypeIsNamed() {
    assertThatThrownBy(() -> SettingsFile.parse("agent.toml", SMALLEST + "or_port = 'x'"))
        .hasMessageContaining("or_port");
  }

  @Test
  void theTokenIsNotPrinted() {
    assertThat(SettingsFile.parse("agent.toml", SMALLEST).toString()).doesNotContain("ss_t_");
  }

  private static String withCharity(String lines) {
    return SMALLEST + "[[will.beneficiary]]\n" + lines;
  }

  private static final String SECOND =
      """
      name = "EFF"
      address = "ADDRESS"
      source = "https://supporters.eff.org/donate/cryptocurrency"
      checked = 2026-11-22
      expires = 2027-01-31
      """;

  @Test
  void beneficiariesKeepTheirOrderAndAreInheritedWhole() {
    var address = "3LTu6uavQ4A3kgDauZipyGqcHQEUSVe2so";
    var settings =
        SettingsFile.parse("agent.toml", withCharity(SECOND.replace("ADDRESS", address)));
    var list = settings.will().beneficiaries().list();
    assertThat(list).extracting(Beneficiary::name).containsExactly("Tor Project", "EFF");
    assertThat(list.getLast().expires()).isEqualTo(LocalDate.of(2027, 1, 31));
    assertThat(SettingsFile.parse("again", SettingsFile.write(settings))).isEqualTo(settings);
  }

  @Test
  void aDeniedAddressIsRefusedByNameAndWithTheReason() {
    var lost = SECOND.replace("ADDRESS", "1PFH8NPWu2g6TdRQsirTPGpbnPBhkzQMvM");
    assertThatThrownBy(() -> SettingsFile.parse("agent.toml", withCharity(lost)))
        .hasMessageContaining("1 fault:")
        .hasMessageContaining("will.beneficiary[2].address: '1PFH8NPWu2g6TdRQsirTPGpbnPBhkzQMvM'")
        .hasMessageContaining("of NoiseTor is denied: its key is believed lost");
  }

  @Test
  void anAddressOfAnotherNetworkAndAMistypedOneAreNamed() {
    var regtest = "bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080";
    assertThatThrownBy(
            () -> SettingsFile.parse("a", withCharity(SECOND.replace("ADDRESS", regtest))))
        .hasMessageContaining("will.beneficiary[2].address: '" + regtest + "' is not an address")
        .hasMessageContaining("mainnet");
    var mistyped = "bc1qtt04zfgjxg7lpqhk9vk8hnmnwf88ucwww5arse";
    assertThatThrownBy(
            () -> SettingsFile.parse("a", withCharity(SECOND.replace("ADDRESS", mistyped))))
        .hasMessageContaining("its checksum does not match");
  }

  @Test
  void everyFaultOfABeneficiaryIsToldWithItsNumber() {
    assertThatThrownBy(
            () -> SettingsFile.parse("a", withCharity("name = 'x'\nadress = 'y'\nchecked = 'z'")))
        .hasMessageContaining("will.beneficiary[2].address: must be set")
        .hasMessageContaining("will.beneficiary[2].source: must be set")
        .hasMessageContaining("will.beneficiary[2].expires: must be set to a day")
        .hasMessageContaining("will.beneficiary[2].checked")
        .hasMessageContaining(
            "will.beneficiary[2].adress: unknown setting; did you mean"
                + " will.beneficiary[2].address?");
    var backwards = SECOND.replace("ADDRESS", "3LTu6uavQ4A3kgDauZipyGqcHQEUSVe2so");
    assertThatThrownBy(
            () -> SettingsFile.parse("a", withCharity(backwards.replace("2027-01", "2026-01"))))
        .hasMessageContaining("will.beneficiary[2]: it expires on 2026-01-31, which is not within");
  }

  @Test
  void theFormerFormIsToldWhatIsWantedInstead() {
    var former = SMALLEST.substring(0, SMALLEST.indexOf("[[will")) + "[will]\nbeneficiary = 'x'\n";
    assertThatThrownBy(() -> SettingsFile.parse("agent.toml", former))
        .hasMessageContaining("will.beneficiary");
  }

  private static final String KEY = "hSDwCYkwp1R0i33ctD73Wg2/Og0mOBr066SpjqqbTmo=";

  /** Only who launches a relay may choose to hold a copy of its keys, and only of that one's. */
  @Test
  void aCopyOfTheKeysIsForNobodyUnlessItsKeyIsSetAndNoChildInheritsThat() {
    assertThat(SettingsFile.parse("agent.toml", SMALLEST).copyFor()).isEmpty();
    var text = SMALLEST + "[wallet]\ncopy_key = \"" + KEY + "\"\n";
    var parent = SettingsFile.parse("agent.toml", text);
    assertThat(parent.copyFor()).contains(new ReaderKey(KEY));
    assertThat(SettingsFile.parse("again", SettingsFile.write(parent))).isEqualTo(parent);
    var nurse = new NurseSettings(URI.create("http://127.80.0.5:8080"), FAMILY);
    var lineage = parent.lineage().child("A".repeat(40));
    var child =
        parent.forChild(
            new Hostname("bulbil2"), "ss_t_child", parent.genome(), lineage, Prior.USUAL, nurse);
    assertThat(child.copyFor()).isEmpty();
    assertThat(SettingsFile.write(child)).doesNotContain(KEY);
  }

  @Test
  void aCopyKeyThatIsNoneIsNamed() {
    for (var wrong : new String[] {"x", "A".repeat(43) + "=", KEY + "A"}) {
      var text = SMALLEST + "[wallet]\ncopy_key = \"" + wrong + "\"\n";
      assertThatThrownBy(() -> SettingsFile.parse("agent.toml", text))
          .hasMessageContaining("wallet.copy_key: ");
    }
  }

  private static final String SITE =
      """
      [site]
      name = "www.example.org"
      zone = "example.org"
      nameserver = "ns1.example.org"
      key_name = "bulbil"
      key_secret = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="
      content = "HASH"
      content_bytes = 5000000000
      """
          .replace("HASH", "c2".repeat(32));

  /** A child must be able to keep the name and to plant the next copy. */
  @Test
  void aSiteIsHandedOnWithTheKeyOfItsName() {
    var parent = SettingsFile.parse("agent.toml", SMALLEST + SITE);
    var site = parent.site().orElseThrow();
    assertThat(site.copies()).isEqualTo(2);
    assertThat(site.port()).isEqualTo(80);
    assertThat(site.contentBytes()).isEqualTo(5_000_000_000L);
    assertThat(parent.work()).isSameAs(site);
    var nurse = new NurseSettings(URI.create("http://127.80.0.5:8080"), FAMILY);
    var child =
        parent.forChild(
            new Hostname("bulbil2"),
            "ss_t_child",
            parent.genome(),
            parent.lineage().child("A".repeat(40)),
            Prior.USUAL,
            nurse);
    assertThat(child.site()).contains(site);
    assertThat(SettingsFile.parse("child", SettingsFile.write(child))).isEqualTo(child);
  }

  @Test
  void aFileWithoutASiteIsARelays() {
    var relay = SettingsFile.parse("agent.toml", SMALLEST);
    assertThat(relay.site()).isEmpty();
    assertThat(relay.work()).isSameAs(relay.relay());
    assertThat(SettingsFile.write(relay)).doesNotContain("[site]");
  }

  @Test
  void whatIsWrongWithASiteIsSaidWithoutItsSecret() {
    var secret = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    for (var wrong :
        new String[][] {
          {"name = \"www.example.org\"", "name = \"www.example.com\""},
          {"nameserver = \"ns1.example.org\"", "nameserver = \"\""},
          {"key_name = \"bulbil\"", "copies = 13\nkey_name = \"bulbil\""},
          {"key_name = \"bulbil\"", "key_algorithm = \"md5\"\nkey_name = \"bulbil\""},
          {"content = \"c2", "content = \"C2"},
        }) {
      var text = SMALLEST + SITE.replace(wrong[0], wrong[1]);
      assertThat(text).isNotEqualTo(SMALLEST + SITE);
      assertThatThrownBy(() -> SettingsFile.parse("agent.toml", text))
          .hasMessageContaining("site: ")
          .hasMessageNotContaining(secret);
    }
    var site = SettingsFile.parse("agent.toml", SMALLEST + SITE);
    assertThat(site.toString()).doesNotContain(secret);
  }
}
