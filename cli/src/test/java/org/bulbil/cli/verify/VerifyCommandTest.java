package org.bulbil.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.bulbil.agent.proof.Prover;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.keys.Account;
import org.bulbil.bitcoin.keys.Words;
import org.bulbil.bitcoin.message.MessageSigner;
import org.bulbil.cli.CommandLines;
import org.bulbil.core.contact.ContactLine;
import org.bulbil.core.contact.Email;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.contact.Heritage;
import org.bulbil.core.contact.WalletProof;
import org.bulbil.core.genome.Lineage;
import org.bulbil.tor.testing.PaperFamily;
import org.bulbil.tor.testing.PaperRelay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Yes for relay and wallet that name one another; no, and why, for everything that was copied. */
class VerifyCommandTest {

  private static final String HOME = "127.91.3.1";
  private static final String ELSEWHERE = "127.91.3.2";

  private final MessageSigner wallet = wallet(1);
  private final MessageSigner thief = wallet(2);
  private final PaperFamily family = new PaperFamily();
  private final PaperRelay relay = relayAt(HOME);
  private final PaperRelay copycat = relayAt(ELSEWHERE);
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private PaperDirectory directory;
  private PaperDirectory page;
  private PaperDirectory pageElsewhere;

  VerifyCommandTest() throws GeneralSecurityException {}

  private static MessageSigner wallet(long seed) {
    return MessageSigner.of(Account.of(Words.draw(new Random(seed)), Network.REGTEST));
  }

  private static PaperRelay relayAt(String address) throws GeneralSecurityException {
    var relay = new PaperRelay();
    relay.address = address;
    relay.published = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    relay.expiry = relay.published.plus(Duration.ofDays(30));
    return relay;
  }

  @BeforeEach
  void anHonestRelay() throws IOException, GeneralSecurityException {
    directory = new PaperDirectory("127.91.3.3", 0);
    page = new PaperDirectory(HOME, 0);
    pageElsewhere = new PaperDirectory(ELSEWHERE, page.port());
    publish(relay, relay.descriptor("bulbil1", contact(wallet, Optional.of(family)), family));
    page.put("/proof", proof(wallet, relay, Optional.of(family)).text());
  }

  @AfterEach
  void close() {
    directory.close();
    page.close();
    pageElsewhere.close();
  }

  private static Optional<FamilyId> id(Optional<PaperFamily> kin) {
    return kin.map(known -> new FamilyId(known.id()));
  }

  private static String contact(MessageSigner named, Optional<PaperFamily> kin) {
    var heritage = new Heritage(Lineage.FOUNDER, "00ff00ff", id(kin));
    var email = new Email("op@sandbox.test");
    return new ContactLine(email, Optional.empty(), named.address().toString(), heritage).text();
  }

  private static WalletProof proof(MessageSigner signer, PaperRelay of, Optional<PaperFamily> kin)
      throws GeneralSecurityException {
    return new Prover(signer).proof(of.fingerprint(), id(kin));
  }

  private void publish(PaperRelay who, String descriptor) throws GeneralSecurityException {
    directory.put("/tor/server/fp/" + who.fingerprint(), descriptor);
  }

  private int verify(String asked, String... more) {
    var arguments = new ArrayList<>(List.of("verify", asked, "--status-port=" + page.port()));
    arguments.add("--directory=" + directory.uri());
    arguments.addAll(List.of(more));
    return CommandLines.execute(out, err, arguments);
  }

  private void says(int code, String... words) throws GeneralSecurityException {
    says(relay.fingerprint().value(), code, words);
  }

  private void says(String asked, int code, String... words) {
    assertThat(verify(asked)).as(out.toString() + err).isEqualTo(code);
    assertThat(out.toString()).contains(words);
  }

  @Test
  void yesWhereBothNameOneAnother() throws GeneralSecurityException {
    says(0, "Yes: " + wallet.address() + " is the wallet of the relay bulbil1", "(BIP322)");
    says("$" + relay.fingerprint().value().toLowerCase(Locale.ROOT), 0, "Yes: ");
    says(page.uri().toString(), 0, "Yes: ");
  }

  @Test
  void yesAlsoBeforeThereIsAFamily() throws GeneralSecurityException {
    publish(relay, relay.descriptor("bulbil1", contact(wallet, Optional.empty())));
    page.put("/proof", proof(wallet, relay, Optional.empty()).text());
    says(0, "it declares no family");
  }

  @Test
  void noForACopiedLineWithAnotherAddress() throws GeneralSecurityException {
    var line = contact(wallet, Optional.of(family));
    var copied = line.replace(wallet.address().toString(), thief.address().toString());
    publish(copycat, copycat.descriptor("bulbil1", copied));
    pageElsewhere.put("/proof", proof(thief, copycat, Optional.of(family)).text());
    says(copycat.fingerprint().value(), 1, "No: ", "family's key does not vouch");
  }

  /** He may make a family of his own, but not theirs. */
  @Test
  void noForACopiedFamilyWithAnotherFamilysKey() throws GeneralSecurityException {
    var claimed = contact(thief, Optional.of(family));
    publish(copycat, copycat.descriptor("bulbil1", claimed, new PaperFamily()));
    pageElsewhere.put("/proof", proof(thief, copycat, Optional.of(family)).text());
    says(copycat.fingerprint().value(), 1, "family's key does not vouch");
  }

  @Test
  void noForACopiedLineWithoutFamilyAndACopiedProof() throws GeneralSecurityException {
    publish(copycat, copycat.descriptor("bulbil1", contact(thief, Optional.empty())));
    pageElsewhere.put("/proof", proof(wallet, relay, Optional.of(family)).text());
    says(copycat.fingerprint().value(), 1, "is of the relay " + relay.fingerprint());
    says(pageElsewhere.uri().toString(), 1, "is not at the server of the relay bulbil1");
  }

  @Test
  void noForAnotherAddressThanTheProofs() throws GeneralSecurityException {
    var line = contact(thief, Optional.of(family));
    publish(relay, relay.descriptor("bulbil1", line, family));
    says(1, "of the address " + wallet.address() + ", which its contact line does not name");
  }

  @Test
  void noForAStatementThatTheAddressDidNotSign() throws GeneralSecurityException {
    var good = proof(wallet, relay, Optional.of(family));
    var other = proof(thief, relay, Optional.of(family));
    page.put("/proof", new WalletProof(good.statement(), other.signature()).text());
    says(1, "the statement's signature is not good");
  }

  @Test
  void noForADescriptorThatTheDirectoryChanged() throws GeneralSecurityException {
    var good = relay.descriptor("bulbil1", contact(wallet, Optional.of(family)), family);
    publish(relay, good.replace(wallet.address().toString(), thief.address().toString()));
    page.put("/proof", proof(thief, relay, Optional.of(family)).text());
    says(1, "proves nothing");
  }

  @Test
  void noWhereThereIsNoAddressOrNone() throws GeneralSecurityException {
    publish(relay, relay.descriptor("bulbil1", "email:a[]b.org ciissversion:2"));
    page.remove("/proof");
    says(1, "names no bitcoin address");
    publish(relay, relay.descriptor("bulbil1", "btc:bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdz"));
    says(1, "is no bitcoin address");
  }

  @Test
  void noWhereThePageShowsNoProof() throws GeneralSecurityException {
    page.remove("/proof");
    says(1, "shows no proof");
    page.put("/proof", "<html>");
    says(1, "is no proof");
    page.put("/proof", new WalletProof("I owe you nothing", "smpAA==").text());
    says(1, "no statement of a wallet");
  }

  @Test
  void cannotTellWhereNobodyAnswers() throws GeneralSecurityException {
    page.close();
    says(3, "Cannot tell: ", "does not answer");
    directory.close();
    says(3, "no directory answers");
  }

  @Test
  void cannotTellOfRelaysThatAreUnknownOrGone() throws GeneralSecurityException {
    says("A".repeat(40), 3, "no relay " + "A".repeat(40) + " is known");
    relay.published = relay.published.minus(Duration.ofDays(5));
    publish(relay, relay.descriptor("bulbil1", contact(wallet, Optional.of(family)), family));
    says(3, "5 days old");
  }

  /** Where contact lines may hold nothing but an e-mail address, a page is only a page. */
  @Test
  void cannotTellByThePageAlone() throws GeneralSecurityException {
    publish(relay, relay.descriptor("bulbil1", "email:a[]b.org ciissversion:2"));
    page.put("/proof", proof(wallet, relay, Optional.empty()).text());
    says(3, wallet.address().toString(), "only the server's word");
  }

  @Test
  void cannotTellWhileTheFamilyIsOnItsWay() throws GeneralSecurityException {
    publish(relay, relay.descriptor("bulbil1", contact(wallet, Optional.empty())));
    says(3, "does not declare");
  }

  @Test
  void noForAWalletThatNamesAnotherFamily() throws GeneralSecurityException {
    page.put("/proof", proof(wallet, relay, Optional.of(new PaperFamily())).text());
    says(1, "and the relay declares the family " + family.id());
    page.put("/proof", proof(wallet, relay, Optional.empty()).text());
    says(1, "names no family");
  }

  @Test
  void aNicknameIsLookedUpInTheConsensus() throws GeneralSecurityException {
    directory.put("/tor/status-vote/current/consensus", consensus(relay, copycat));
    says("bulbil1", 0, "Yes: ");
    says("twice", 3, "2 relays are called twice; ask by fingerprint: [");
    says("nobody", 3, "0 relays are called nobody");
  }

  private static String consensus(PaperRelay first, PaperRelay second)
      throws GeneralSecurityException {
    return """
        network-status-version 3
        vote-status consensus
        valid-after 2026-11-22 18:00:00
        fresh-until 2026-11-22 19:00:00
        valid-until 2026-11-22 21:00:00
        %s%s%sdirectory-footer
        """
        .formatted(entry("Bulbil1", first), entry("twice", first), entry("twice", second));
  }

  private static String entry(String nickname, PaperRelay relay) throws GeneralSecurityException {
    var id = java.util.HexFormat.of().parseHex(relay.fingerprint().value());
    return """
        r %s %s AAAAAAAAAAAAAAAAAAAAAAAAAAA 2038-01-01 00:00:00 %s 9001 0
        s Running Valid
        v Tor 0.4.9.11
        w Bandwidth=1000
        p reject 1-65535
        """
        .formatted(
            nickname,
            java.util.Base64.getEncoder().withoutPadding().encodeToString(id),
            relay.address);
  }

  @Test
  void theAnswerIsThereForPrograms() throws GeneralSecurityException {
    assertThat(verify(relay.fingerprint().value(), "--json")).isZero();
    assertThat(out.toString().lines()).hasSize(1);
    assertThat(out.toString())
        .contains(
            "\"answer\":\"yes\"",
            "\"fingerprint\":\"" + relay.fingerprint() + "\"",
            "\"nickname\":\"bulbil1\"",
            "\"address\":\"" + wallet.address() + "\"",
            "\"family\":\"" + family.id() + "\"",
            "{\"name\":\"signature\",\"answer\":\"yes\"");
  }

  @Test
  void aSilentDirectoryIsFollowedByTheNext() throws GeneralSecurityException {
    var code =
        CommandLines.execute(
            out,
            err,
            List.of(
                "verify",
                relay.fingerprint().value(),
                "--directory=http://127.91.3.9:1",
                "--directory=" + directory.uri(),
                "--status=" + page.uri()));
    assertThat(code).as(out.toString() + err).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a_b", "http://", "ftp://x", "abcdefghijklmnopqrstuvwxyz", "0123 4567"})
  void whatIsNoRelayIsATypingError(String asked) {
    assertThat(verify(asked)).isEqualTo(2);
    assertThat(err.toString()).contains("RELAY");
  }

  @Test
  void wrongOptionsAreTypingErrors() {
    assertThat(verify("bulbil1", "--status=x")).isEqualTo(2);
    assertThat(verify("bulbil1", "--directory=file:///etc/passwd")).isEqualTo(2);
    assertThat(CommandLines.execute(out, err, List.of("verify", "x", "--status-port=0")))
        .isEqualTo(2);
  }
}
