package org.bulbil.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bulbil.cli.sandbox.Patience.await;
import static org.bulbil.cli.sandbox.Patience.until;

import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.keys.Account;
import org.bulbil.bitcoin.keys.Branch;
import org.bulbil.bitcoin.keys.Words;
import org.bulbil.cli.CommandLines;
import org.bulbil.cli.wiring.SystemTime;
import org.bulbil.core.contact.ContactInfo;
import org.bulbil.tor.Nickname;
import org.bulbil.tor.directory.ProvenFamilies;
import org.bulbil.tor.process.BandwidthLimit;
import org.bulbil.tor.process.ContactText;
import org.bulbil.tor.process.RelaySettings;
import org.bulbil.tor.process.TorBinary;
import org.bulbil.tor.process.TorFolder;
import org.bulbil.tor.process.TorProcess;
import org.bulbil.tor.process.Torrc;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Real relays and their wallets name one another, and a real relay with a copied contact line and
 * another address does not get away with it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WalletProofIT extends SmallWorldStory {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration LONG = Duration.ofMinutes(3);
  private static final List<String> FOUNDERS = List.of("bulbilone", "bulbiltwo");
  private static final String COPY = "bulbilcopy";

  /** Rent for the length of the story. */
  private static final long ENOUGH = 20_000;

  private final StringWriter out = new StringWriter();
  private Optional<TorProcess> copy = Optional.empty();

  @Override
  List<String> founders() {
    return List.of("ewr,bulbilone", "ams,bulbiltwo");
  }

  @AfterAll
  void endTheCopy() {
    copy.ifPresent(process -> process.stop(Duration.ofSeconds(3)));
  }

  private int verify(String relay, String... more) {
    out.getBuffer().setLength(0);
    var words = new ArrayList<>(List.of("verify", relay));
    words.add("--directory=" + place().world().network().authorities().getLast());
    words.addAll(List.of(more));
    return CommandLines.execute(out, new StringWriter(), words);
  }

  @Test
  @Order(1)
  void eachSaysAllThatItKnowsOfItself() throws Exception {
    until("all run", LONG, () -> onlooker().running().containsAll(FOUNDERS));
    for (var relay : FOUNDERS) {
      remember(await(relay, LIMIT, () -> onlooker().descriptor(relay)));
      give(relay, ENOUGH);
      var info = ContactInfo.read(onlooker().descriptor(relay).orElseThrow().contact());
      assertThat(info.problems()).isEmpty();
      assertThat(info.fields())
          .containsKeys("email", "cost", "uplinkbw", "trafficacct", "memory", "btc")
          .containsEntry("ciissversion", "2");
    }
  }

  @Test
  @Order(2)
  void verifySaysYesForEach() throws Exception {
    for (var relay : FOUNDERS) {
      until("the family of " + relay, LONG, () -> isOfAFamily(relay));
      var fingerprint = fingerprint(relay).value();
      until("yes for " + relay, LIMIT, () -> verify(fingerprint) == 0);
      assertThat(out.toString()).startsWith("Yes: " + wallet(relay).text());
      assertThat(verify(relay)).as(out.toString()).isZero();
      var page = "http://" + tenant(relay).address() + ":8080/";
      assertThat(verify(page, "--json")).as(out.toString()).isZero();
      place().note(out.toString().strip());
    }
  }

  /** By tor's own certificate, and not only by the contact line. */
  private boolean isOfAFamily(String relay) {
    return onlooker()
        .descriptor(relay)
        .filter(
            descriptor ->
                ContactInfo.read(descriptor.contact())
                    .heritage()
                    .flatMap(heritage -> heritage.family())
                    .filter(id -> ProvenFamilies.of(descriptor).contains(id.value()))
                    .isPresent())
        .isPresent();
  }

  @Test
  @Order(3)
  void verifySaysNoForACopiedLineWithAnotherAddress() throws Exception {
    var original = onlooker().descriptor(FOUNDERS.getFirst()).orElseThrow().contact();
    var thief = Account.of(Words.draw(new Random(3)), Network.REGTEST).address(Branch.RECEIVE);
    startCopy(original.replace(wallet(FOUNDERS.getFirst()).text(), thief.toString()));
    var copied = await(COPY, LIMIT, () -> onlooker().descriptor(COPY));
    assertThat(copied.contact()).contains(thief.toString());
    assertThat(verify(copied.fingerprint().value())).as(out.toString()).isEqualTo(1);
    assertThat(out.toString()).contains("family's key does not vouch");
    place().note(out.toString().strip());
  }

  private void startCopy(String contact) throws IOException {
    var network = place().world().network();
    var home = new TorFolder(place().folder.resolve("copy")).create();
    var address = network.authorities().getFirst().getHost().replaceFirst("[.]0[.][0-9]+$", ".9.9");
    var torrc =
        Torrc.relay(
            new RelaySettings(
                    home,
                    new Nickname(COPY),
                    new InetSocketAddress(InetAddress.ofLiteral(address), 9001),
                    new ContactText(contact),
                    BandwidthLimit.steady(BandwidthLimit.SLOWEST))
                .withExtra(network.relayLines()));
    var tor = TorBinary.find(System.getenv("PATH")).answer().orElseThrow();
    copy = TorProcess.start(tor, torrc, TorProcess.LEAN, new SystemTime()).answer();
    assertThat(copy).isPresent();
  }
}
