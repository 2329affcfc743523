package org.bulbil.core.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bulbil.core.contact.Website.Proof;
import org.bulbil.core.genome.Lineage;
import org.bulbil.core.lease.Plan;
import org.bulbil.core.money.Cents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a relay knows stands in its line, in the form and order of CIISS, and nothing else does. */
class ContactLineTest {

  private static final String ADDRESS = "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq";
  private static final Email EMAIL = new Email("relay@riseup.net");
  private static final Heritage FOUNDER = new Heritage(Lineage.FOUNDER, "00ff00ff");
  private static final HttpsUrl SITE = new HttpsUrl("https://relays.org");

  /** The order in which the fields stand in the text of version 2. */
  private static final List<String> ORDER =
      List.of(
          "email",
          "url",
          "proof",
          "hoster",
          "cost",
          "uplinkbw",
          "trafficacct",
          "memory",
          "virtualization",
          "donationurl",
          "btc",
          "os",
          "autoupdate",
          "ciissversion");

  private static final SystemFacts SYSTEM =
      new SystemFacts(Optional.of("debian/13"), Optional.of("kvm"), Optional.of(true));

  private static Plan plan(long rent, double trafficTb) {
    return new Plan("vc2-1c-1gb", Cents.of(rent), 1, 1024, 25, trafficTb, true);
  }

  private static String server(long rent, double trafficTb, long bytesPerSecond) {
    var facts = new ServerFacts(plan(rent, trafficTb), bytesPerSecond, SystemFacts.UNKNOWN);
    return line(Optional.of(facts), Optional.empty()).text();
  }

  private static ContactLine line(Optional<ServerFacts> server, Optional<Website> site) {
    return new ContactLine(
        EMAIL,
        site,
        Optional.of("vultr.com"),
        server,
        site.map(known -> new HttpsUrl("https://relays.org/donate")),
        ADDRESS,
        FOUNDER);
  }

  private static ContactLine full(Proof proof) {
    return line(
        Optional.of(new ServerFacts(plan(38, 1.0), 193_000, SYSTEM)),
        Optional.of(new Website(SITE, proof)));
  }

  @Test
  void everythingThatIsKnownStandsInTheLine() {
    assertThat(full(Proof.URI_FAMILYID_ED25519).text())
        .isEqualTo(
            "email:relay[]riseup.net url:https://relays.org proof:uri-familyid-ed25519"
                + " hoster:vultr.com cost:11.40USD uplinkbw:2 trafficacct:466 memory:1024"
                + " virtualization:kvm donationurl:https://relays.org/donate btc:"
                + ADDRESS
                + " os:debian/13 autoupdate:y ciissversion:3 bulbil generation:0 genes:00ff00ff");
  }

  @ParameterizedTest
  @EnumSource(Proof.class)
  void aFullLineBreaksNoRuleOfItsVersion(Proof proof) {
    var info = ContactInfo.read(full(proof).text());
    assertThat(info.problems()).isEmpty();
    assertThat(info.version()).contains(proof.isOfFamily() ? 3 : 2);
    assertThat(info.fields().keySet().stream().filter(ORDER::contains)).isEqualTo(ORDER);
  }

  @Test
  void whatIsNotKnownIsLeftOut() {
    var bare = new ContactLine(EMAIL, Optional.empty(), ADDRESS, FOUNDER).text();
    assertThat(ContactInfo.read(bare).fields().keySet())
        .containsExactly("email", "btc", "ciissversion", "generation", "genes");
    assertThat(server(38, 1.0, 193_000)).doesNotContain("virtualization", "os:", "autoupdate");
  }

  @Test
  void aMonthIsThirtyDaysOfRent() {
    assertThat(server(1, 1, 1)).contains(" cost:0.30USD ");
    assertThat(server(3_333_333, 1, 1)).contains(" cost:999999.90USD ");
    assertThat(server(3_333_334, 1, 1)).doesNotContain("cost:");
  }

  @Test
  void trafficIsHalfOfWhatBothDirectionsMay() {
    assertThat(server(38, 2, 1)).contains(" trafficacct:931 ");
    assertThat(server(38, 0, 1)).contains(" trafficacct:unmetered ");
  }

  @Test
  void aRateIsWholeMegabitsAndNeverNone() {
    assertThat(server(38, 1, 12_500_000)).contains(" uplinkbw:100 ");
    assertThat(server(38, 1, 10)).contains(" uplinkbw:1 ");
  }

  @Test
  void aSystemSaysOnlyWhatCiissHasWordsFor() {
    var odd =
        new SystemFacts(Optional.of("Debian GNU Linux"), Optional.of("docker"), Optional.of(false));
    var text = line(Optional.of(new ServerFacts(plan(38, 1), 1, odd)), Optional.empty()).text();
    assertThat(text).doesNotContain("os:").doesNotContain("docker").contains(" autoupdate:n ");
  }

  /** The longest of everything, so that no setting can make a relay without a line. */
  @Test
  void theLongestLineIsBoundedAndNeedsNoEscaping() {
    var label = "d".repeat(60) + ".";
    var email = new Email("a".repeat(60) + "@" + label + label + label + "b".repeat(6) + ".org");
    var url = new HttpsUrl("https://" + "e".repeat(60) + ".org/" + "f".repeat(17));
    var parent = Optional.of("0123456789ABCDEF0123456789ABCDEF01234567");
    var family = new FamilyId("4h48rZ4d/qDoAxHIsf0qGJw+DsHfjQ6BtQ6ENK8QlrA");
    var longest =
        new ContactLine(
            email,
            Optional.of(new Website(url, Proof.URI_FAMILYID_ED25519)),
            Optional.of("g".repeat(60) + "." + "h".repeat(35) + ".com"),
            Optional.of(
                new ServerFacts(
                    new Plan("x", Cents.of(3_333_333), 1, Integer.MAX_VALUE, 1, 9e9, true),
                    Long.MAX_VALUE / 8,
                    new SystemFacts(
                        Optional.of("a".repeat(20)),
                        Optional.of("virtualbox"),
                        Optional.of(true)))),
            Optional.of(url),
            "b".repeat(90),
            new Heritage(new Lineage(9999, parent), "00ff00ff", Optional.of(family)));
    var text = longest.text();
    assertThat(text).hasSizeBetween(900, 1000).matches("[\\x20-\\x7e&&[^\"\\\\#]]+");
    assertThat(ContactInfo.read(text).heritage()).contains(longest.heritage());
  }

  @Test
  void anyKnownPartsTogetherBreakNoRule() {
    var random = new Random(20261123);
    for (int i = 0; i < 500; i++) {
      var text = drawn(random).text();
      assertThat(ContactInfo.read(text).problems()).as("seed 20261123: %s", text).isEmpty();
    }
  }

  private static ContactLine drawn(Random random) {
    var proofs = Proof.values();
    var system =
        new SystemFacts(
            random.nextBoolean() ? Optional.of("debian/" + random.nextInt(20)) : Optional.empty(),
            random.nextBoolean() ? Optional.of("xen") : Optional.empty(),
            random.nextBoolean() ? Optional.of(random.nextBoolean()) : Optional.empty());
    var plan = plan(1 + random.nextInt(5000), random.nextBoolean() ? 0 : random.nextDouble() * 50);
    return new ContactLine(
        EMAIL,
        random.nextBoolean()
            ? Optional.of(new Website(SITE, proofs[random.nextInt(proofs.length)]))
            : Optional.empty(),
        random.nextBoolean() ? Optional.of("vultr.com") : Optional.empty(),
        random.nextBoolean()
            ? Optional.of(new ServerFacts(plan, random.nextInt(1 << 28), system))
            : Optional.empty(),
        random.nextBoolean() ? Optional.of(SITE) : Optional.empty(),
        ADDRESS,
        FOUNDER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://relays.org",
        "https://relays.org/a#b",
        "https://relays.org/a b",
        "https://localhost",
        "https://relays.org\" x",
        "relays.org",
        "https://user@relays.org",
        ""
      })
  void anAddressOnTheWebIsWrittenStrictly(String url) {
    assertThatThrownBy(() -> new HttpsUrl(url)).hasMessageContaining("https://");
  }

  @Test
  void aProofIsReadAsItIsWritten() {
    var read = new ArrayList<Proof>();
    Arrays.stream(Proof.values()).forEach(proof -> read.add(Proof.parse(proof.toString())));
    assertThat(read).containsExactly(Proof.values());
    assertThatThrownBy(() -> Proof.parse("none")).hasMessageContaining("uri-familyid-ed25519");
  }
}
