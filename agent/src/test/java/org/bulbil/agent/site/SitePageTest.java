package org.bulbil.agent.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.bulbil.agent.site.SitePage.Payee;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.keys.Account;
import org.bulbil.bitcoin.keys.Words;
import org.bulbil.bitcoin.message.MessageSigner;
import org.bulbil.core.genome.Lineage;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.naming.DomainName;
import org.junit.jupiter.api.Test;

/** A server's page counts where its wallet vouches for it, and nowhere else. */
class SitePageTest {

  private static final DomainName NAME = new DomainName("example.org");

  private final MessageSigner wallet =
      MessageSigner.of(Account.of(Words.draw(new Random(1)), Network.REGTEST));
  private final MessageSigner other =
      MessageSigner.of(Account.of(Words.draw(new Random(2)), Network.REGTEST));

  private SitePage page(MessageSigner signer, String fingerprint, String statement) {
    return new SitePage(
        1,
        NAME.value(),
        "bulbil1",
        "ewr",
        fingerprint,
        1,
        "A".repeat(40),
        "00000000",
        wallet.address().toString(),
        statement,
        signer.sign(statement).value(),
        "2026-12-24T00:00:00Z",
        12.5,
        new Payee("Charity", "bcrt1qcharity"),
        "key",
        "http://%s.onion".formatted("a".repeat(56)));
  }

  private String own() {
    return SiteIdentity.of(wallet.address()).value();
  }

  private String statement() {
    return SiteIdentity.statement(NAME, wallet.address().toString());
  }

  private static Outcome<SitePage> read(SitePage page) {
    return SitePage.read(page.json(), NAME, Network.REGTEST);
  }

  @Test
  void whatIsWrittenIsRead() {
    var page = page(wallet, own(), statement());
    assertThat(read(page)).isEqualTo(Outcome.done(page));
    var announced = page.announcement();
    assertThat(announced.fingerprint()).isEqualTo(own());
    assertThat(announced.contact().btc()).contains(wallet.address().toString());
    assertThat(announced.contact().heritage().orElseThrow().lineage())
        .isEqualTo(Lineage.FOUNDER.child("A".repeat(40)));
  }

  @Test
  void nobodyTakesTheNameOfAnother() {
    assertThat(read(page(other, own(), statement())).summary()).contains("not by the key");
    var theirs = SiteIdentity.of(other.address()).value();
    assertThat(read(page(wallet, theirs, statement())).summary())
        .contains("not that of its address");
    assertThat(read(page(wallet, own(), "Gifts are for me")).summary()).contains("something else");
  }

  @Test
  void anotherSitesPageIsNotOurs() {
    var page = page(wallet, own(), statement());
    assertThat(SitePage.read(page.json(), new DomainName("example.com"), Network.REGTEST).summary())
        .contains("the page of example.org");
  }

  @Test
  void noiseIsRefused() {
    for (var text : new String[] {"", "{}", "[]", "<html>", "{\"version\":1}", "null"}) {
      assertThat(SitePage.read(text, NAME, Network.REGTEST)).isInstanceOf(Outcome.Refused.class);
    }
  }

  /** Twenty bytes, as a relay's fingerprint has, and the very ones that the address holds. */
  @Test
  void theFingerprintIsTheKeyHashOfTheAddress() {
    var script = wallet.address().lockingScript().hex();
    assertThat(script).isEqualToIgnoringCase("0014" + own());
    assertThat(SiteIdentity.family(NAME))
        .isNotEqualTo(SiteIdentity.family(new DomainName("a.org")));
  }
}
