package org.bulbil.atlas.pledge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.PrivateKey;
import fr.acinq.bitcoin.Satoshi;
import fr.acinq.bitcoin.Script;
import fr.acinq.bitcoin.SigHash;
import fr.acinq.bitcoin.SigVersion;
import fr.acinq.bitcoin.Transaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.LockingScript;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.OutPoint;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.chain.FeeEstimates;
import org.bulbil.bitcoin.pledge.Campaign;
import org.bulbil.bitcoin.pledge.Gathering.Met;
import org.bulbil.bitcoin.pledge.Pledge;
import org.bulbil.bitcoin.pledge.PledgeFiles;
import org.bulbil.bitcoin.pledge.Signing;
import org.bulbil.bitcoin.testing.TestingChain;
import org.bulbil.bitcoin.testing.TestingChainSource;
import org.bulbil.bitcoin.testing.TestingTime;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The map gathers pledges that are good, keeps no other, and makes the payment when it can. */
class PledgeBoardTest {

  @TempDir private Path folder;
  private final TestingTime time = new TestingTime();
  private final TestingChain chain = new TestingChain(time);
  private final TestingChainSource source = chain.source("one");
  private Campaign campaign;
  private Drive drive;

  /** Somebody with one key. */
  private record Giver(PrivateKey key) {

    static Giver of(int number) {
      return new Giver(PrivateKey.fromHex("%064x".formatted(number)));
    }

    LockingScript script() {
      return LockingScript.of(new ByteVector(Script.write(Script.pay2wpkh(key.publicKey()))));
    }

    Address address() {
      return Address.of(script(), Network.REGTEST);
    }

    Transaction sign(Transaction request, Sats value, int type) {
      var signature =
          request.signInput(
              0,
              Script.pay2pkh(key.publicKey()),
              type,
              new Satoshi(value.value()),
              SigVersion.SIGVERSION_WITNESS_V0,
              key);
      return request.updateWitness(
          0, Script.witnessPay2wpkh(key.publicKey(), new ByteVector(signature)));
    }
  }

  @BeforeEach
  void putUp() throws IOException {
    source.estimate(FeeEstimates.flat(FeeRate.ofSatPerVb(2)));
    campaign =
        new Campaign(
            "A relay in AS 64500",
            Giver.of(999).address(),
            Sats.of(20_000),
            Instant.parse("2999-01-01T00:00:00Z"));
    Files.writeString(folder.resolve("as64500.json"), PledgeFiles.write(campaign));
    Files.writeString(folder.resolve("other.json"), "{}");
    drive = board(Optional.of(source)).drive(campaign.id()).orElseThrow();
  }

  private PledgeBoard board(Optional<ChainSource> asked) {
    return new PledgeBoard(folder, asked, Runnable::run, time);
  }

  private byte[] pledge(int giver, long sats) {
    return pledge(giver, sats, SigHash.SIGHASH_ALL | SigHash.SIGHASH_ANYONECANPAY);
  }

  private byte[] pledge(int number, long sats, int type) {
    var giver = Giver.of(number);
    var value = Sats.of(sats);
    var funding = chain.fundAndMine(giver.address(), value);
    var paid = source.transaction(funding).answer().orElseThrow();
    int index = 0;
    while (!LockingScript.of(paid.txOut.get(index).publicKeyScript).equals(giver.script())) {
      index++;
    }
    var request = campaign.withInput(new OutPoint(funding, index));
    var signed = giver.sign(request, value, type);
    return PledgeFiles.write(
            Signing.pledge(campaign, signed, value, giver.script()).answer().orElseThrow())
        .getBytes(UTF_8);
  }

  @Test
  void pledgesAreKeptAndMakeThePaymentWhenTheyReach() {
    assertThat(board(Optional.empty()).drives()).hasSize(1);
    assertThat(drive.take(pledge(1, 12_000))).isInstanceOf(Outcome.Done.class);
    assertThat(drive.standing().together()).isEqualTo(Sats.of(12_000));
    assertThat(drive.take(pledge(2, 9_000))).isInstanceOf(Outcome.Done.class);
    var standing = drive.standing();
    assertThat(standing.together()).isEqualTo(Sats.of(21_000));
    var met = (Met) standing.payment().orElseThrow();
    assertThat(chain.submit(met.payment()).answer()).isPresent();
    chain.mine(1);
    assertThat(chain.balance(campaign.address())).isEqualTo(campaign.goal());
  }

  /** After a restart nothing is lost, and a coin that was spent meanwhile counts no more. */
  @Test
  void aSpentCoinIsNoticedAndARestartLosesNothing() {
    var anna = pledge(1, 12_000);
    assertThat(drive.take(anna)).isInstanceOf(Outcome.Done.class);
    var later = board(Optional.of(source)).drive(campaign.id()).orElseThrow();
    var _ = later.standing();
    assertThat(later.standing().together()).isEqualTo(Sats.of(12_000));
    spend(anna);
    time.pause(Duration.ofMinutes(11));
    var _ = later.standing();
    assertThat(later.standing().together()).isEqualTo(Sats.ZERO);
    assertThat(later.standing().papers())
        .singleElement()
        .satisfies(paper -> assertThat(paper.fault().orElse("")).contains("is spent"));
  }

  private void spend(byte[] file) {
    Pledge pledge = PledgeFiles.pledge(file).answer().orElseThrow();
    var elsewhere =
        new Campaign("Elsewhere", Giver.of(5).address(), Sats.of(11_000), campaign.expires());
    var signed =
        Giver.of(1).sign(elsewhere.withInput(pledge.coin()), pledge.value(), SigHash.SIGHASH_ALL);
    assertThat(chain.submit(signed).answer()).isPresent();
    chain.mine(1);
  }

  @Test
  void whatIsNotGoodIsNotKept() {
    var good = new String(pledge(1, 12_000), UTF_8);
    assertThat(refusal(good.replace("12000", "13000").getBytes(UTF_8))).contains("not valid");
    assertThat(refusal("{}".getBytes(UTF_8))).contains("no pledge");
    assertThat(refusal(new byte[PledgeFiles.BYTES_MAX + 1])).contains("longer");
    assertThat(refusal(pledge(3, 600).clone()))
        .as("a small pledge is taken where it is more than a thousandth")
        .isEmpty();
    assertThat(drive.standing().papers()).hasSize(1);
  }

  private String refusal(byte[] file) {
    return drive.take(file) instanceof Outcome.Refused<Pledge>(String why, _) ? why : "";
  }

  @Test
  void withoutAnAnswerOfTheChainNothingCounts() {
    var alone = board(Optional.empty()).drive(campaign.id()).orElseThrow();
    assertThat(alone.take(pledge(1, 12_000))).isInstanceOf(Outcome.Unknown.class);
    assertThat(alone.standing().papers()).isEmpty();
  }

  @Test
  void onlyFilesOfTheFolderAreShown() {
    assertThat(drive.take(pledge(1, 12_000))).isInstanceOf(Outcome.Done.class);
    var name = drive.standing().papers().getFirst().name();
    assertThat(drive.file(name)).isPresent();
    assertThat(drive.file("../as64500.json")).isEmpty();
    assertThat(drive.file("no.json")).isEmpty();
  }
}
