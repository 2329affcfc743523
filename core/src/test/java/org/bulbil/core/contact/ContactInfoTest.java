package org.bulbil.core.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bulbil.core.genome.Lineage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our line is read back as it was written; everybody's line is read as far as it can be. */
class ContactInfoTest {

  private static final String ADDRESS = "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq";
  private static final String PARENT = "0123456789ABCDEF0123456789ABCDEF01234567";
  private static final Heritage CHILD = new Heritage(Lineage.FOUNDER.child(PARENT), "00ff00ff");

  private static final FamilyId FAMILY =
      new FamilyId("4h48rZ4d/qDoAxHIsf0qGJw+DsHfjQ6BtQ6ENK8QlrA");
  private static final Heritage KIN =
      new Heritage(CHILD.lineage(), CHILD.genes(), Optional.of(FAMILY));

  private static ContactLine line(Heritage heritage) {
    return new ContactLine(
        new Email("relay@riseup.net"), Optional.of("vultr.com"), ADDRESS, heritage);
  }

  @Test
  void ourLineIsWhatTheSpecificationAsksFor() {
    assertThat(line(CHILD).text())
        .isEqualTo(
            "email:relay[]riseup.net hoster:vultr.com btc:"
                + ADDRESS
                + " ciissversion:2"
                + " bulbil generation:1 parent:"
                + PARENT
                + " genes:00ff00ff");
  }

  @Test
  void ourLineSurvivesTheRoundTrip() {
    for (var heritage : List.of(CHILD, KIN, new Heritage(Lineage.FOUNDER, "12345678"))) {
      var info = ContactInfo.read(line(heritage).text());
      assertThat(info.email()).contains("relay@riseup.net");
      assertThat(info.hoster()).contains("vultr.com");
      assertThat(info.url()).isEmpty();
      assertThat(info.btc()).contains(ADDRESS);
      assertThat(info.version()).contains(2);
      assertThat(info.heritage()).contains(heritage);
      assertThat(info.problems()).isEmpty();
    }
  }

  @Test
  void pairsMayStandAnywhereAndTheFirstOfAKeyCounts() {
    var info =
        ContactInfo.read(
            "Somebody <a@b.c> url:https://x.net btc:"
                + ADDRESS
                + " free words BTC:"
                + "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2 url:y.net 0x1234 ciissversion:2");
    assertThat(info.btc()).contains(ADDRESS);
    assertThat(info.url()).contains("https://x.net");
    assertThat(info.email()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "btc:",
        "btc: ",
        "btc:donate@example.org",
        "btc:https://x.net/donate",
        "xbtc:1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2",
        "<btc:1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2>",
        "btc:tooshort",
        "Buy BTC <btcrelay AT example dot org>",
        "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2",
      })
  void takesNothingThatIsNoAddressInItsField(String line) {
    assertThat(ContactInfo.read(line).btc()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bulbil",
        "bulbil generation:1 genes:00ff00ff",
        "bulbil generation:0 parent:0123456789ABCDEF0123456789ABCDEF01234567 genes:00ff00ff",
        "bulbil generation:99999 genes:00ff00ff",
        "bulbil generation:-1 genes:00ff00ff",
        "bulbil generation:0 genes:00ff",
        "notbulbil generation:0 genes:00ff00ff",
        "generation:0 genes:00ff00ff",
        "bulbil generation:0 genes:00ff00ffaa",
      })
  void takesNoHeritageThatCannotBeTrue(String line) {
    assertThat(ContactInfo.read(line).heritage()).isEmpty();
  }

  @Test
  void theFamilyStandsAfterTheGenes() {
    assertThat(line(KIN).text()).endsWith(" genes:00ff00ff family:" + FAMILY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "4h48rZ4d",
        "4h48rZ4d/qDoAxHIsf0qGJw+DsHfjQ6BtQ6ENK8QlrB",
        "4h48rZ4d/qDoAxHIsf0qGJw+DsHfjQ6BtQ6ENK8QlrA=",
        "4h48rZ4d_qDoAxHIsf0qGJw-DsHfjQ6BtQ6ENK8QlrA",
      })
  void whatIsNoFamilysIdIsNotReadAsOne(String id) {
    assertThat(ContactInfo.read("bulbil generation:0 genes:00ff00ff family:" + id).heritage())
        .contains(new Heritage(Lineage.FOUNDER, "00ff00ff"));
    assertThatThrownBy(() -> new FamilyId(id)).hasMessageContaining("43 letters of base64");
  }

  @Test
  void noLineMakesItFail() {
    var random = new Random(1);
    var pieces =
        new String[] {
          "btc:", "email:", "bulbil ", "generation:", "0", "[]", " ", ":", "é", "\0", "\n", "genes:"
        };
    for (int i = 0; i < 2000; i++) {
      var line = new StringBuilder();
      for (int j = random.nextInt(40); j > 0; j--) {
        line.append(pieces[random.nextInt(pieces.length)]);
      }
      assertThat(ContactInfo.read(line.toString())).as("seed 1: %s", line).isNotNull();
    }
    assertThat(ContactInfo.read("btc:" + "a".repeat(5_000_000)).btc()).isEmpty();
  }

  @Test
  void aLineOfOursIsWrittenStrictly() {
    var email = new Email("relay@riseup.net");
    assertThatThrownBy(() -> new ContactLine(email, Optional.of("https://x.net"), ADDRESS, CHILD))
        .hasMessageContaining("domain");
    assertThatThrownBy(() -> new ContactLine(email, Optional.empty(), ADDRESS + " x:y", CHILD))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Heritage(Lineage.FOUNDER, "00FF00FF"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
