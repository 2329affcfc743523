package org.bulbil.cli.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.keys.Account;
import org.bulbil.bitcoin.keys.Branch;
import org.bulbil.bitcoin.keys.SeedFile;
import org.bulbil.bitcoin.keys.Words;
import org.bulbil.cli.tip.Market;
import org.bulbil.core.money.Sats;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A campaign from its first word to its payment, with Bulbil wallets, and what goes wrong. */
class PledgeCommandTest {

  private static final String GOAL =
      Account.of(Words.draw(new Random(1)), Network.REGTEST).address(Branch.RECEIVE).toString();

  @TempDir Path folder;
  private Market market;
  private Path campaign;
  private Path pledges;

  @BeforeEach
  void aCampaign() throws IOException {
    market = new Market();
    campaign = folder.resolve("campaign.json");
    pledges = Files.createDirectory(folder.resolve("pledges"));
    assertThat(create("--until=2999-01-01", "--out=" + campaign)).as(market.errors()).isZero();
  }

  @AfterEach
  void close() {
    market.close();
  }

  private int create(String... more) {
    var words = new ArrayList<>(List.of("pledge", "create"));
    words.addAll(
        List.of(
            "--title=One more relay in AS 64500",
            "--sat=20000",
            "--to=" + GOAL,
            "--network=regtest"));
    words.addAll(List.of(more));
    return market.bulbil(words.toArray(String[]::new));
  }

  /** A new wallet with one coin, which pledges it; the pledge's file. */
  private Path pledge(String name, long sats) throws IOException {
    var home = Files.createDirectory(folder.resolve(name));
    var seed = new SeedFile(home.resolve("seed"));
    seed.create(new Random(name.hashCode()));
    var address = seed.account(Network.REGTEST).address(Branch.RECEIVE).toString();
    var id = market.give(address, sats);
    var file = pledges.resolve(name + ".json");
    for (int index = 0; index < 2 && !Files.exists(file); index++) {
      market.bulbil(
          "pledge",
          "sign",
          campaign.toString(),
          "--wallet",
          home.toString(),
          "--coin",
          id + ":" + index,
          market.esplora(),
          "--out",
          file.toString());
    }
    assertThat(file).as(market.errors()).exists();
    return file;
  }

  private int status(String... more) {
    var words =
        new ArrayList<>(
            List.of("pledge", "status", campaign.toString(), pledges.toString(), market.esplora()));
    words.addAll(List.of(more));
    return market.bulbil(words.toArray(String[]::new));
  }

  private int combine(String... more) {
    var words =
        new ArrayList<>(
            List.of(
                "pledge",
                "combine",
                campaign.toString(),
                pledges.toString(),
                market.esplora(),
                "--fee-rate=2"));
    words.addAll(List.of(more));
    return market.bulbil(words.toArray(String[]::new));
  }

  @Test
  void threeDonorsPayTogetherWhatNoneOfThemPaysAlone() throws IOException {
    pledge("anna", 9_000);
    assertThat(status()).isEqualTo(1);
    assertThat(market.out()).contains("together  9000 of 20000 sat in 1 pledges; 11000 sat are");
    assertThat(combine("--send")).isEqualTo(1);
    assertThat(market.errors()).contains("9000 sat of 20000 sat are together");
    pledge("bert", 6_000);
    var third = pledge("cora", 5_800);
    assertThat(status("--json")).as(market.errors()).isZero();
    assertThat(market.out()).contains("\"together_sat\":20800", "\"good\":3", "\"over\":false");

    Files.copy(third, pledges.resolve("z-copy.json"));
    Files.writeString(pledges.resolve("rubbish.json"), "{\"format\":\"x\"}");
    assertThat(status()).isZero();
    assertThat(market.out())
        .contains(
            "20800 of 20000", "pledged already by cora.json", "rubbish.json: it is no pledge");
    assertThat(combine("--json")).as(market.errors()).isZero();
    assertThat(market.out()).contains("\"fee_sat\":800", "\"sent\":false");
    market.mine();
    assertThat(market.received(GOAL)).as("nothing is sent unasked").isEqualTo(Sats.ZERO);
    assertThat(combine("--send")).as(market.errors()).isZero();
    market.mine();
    assertThat(market.received(GOAL)).isEqualTo(Sats.of(20_000));
    assertThat(status()).isEqualTo(1);
    assertThat(market.out()).contains("its coin is spent");
  }

  @Test
  void whatWouldBeWastedIsNotPaid() throws IOException {
    pledge("rich", 90_000);
    assertThat(combine("--send")).isEqualTo(1);
    assertThat(market.errors()).contains("70000 sat would go to the fee", "--fee-most 70000");
    market.mine();
    assertThat(market.received(GOAL)).isEqualTo(Sats.ZERO);
  }

  @Test
  void aCampaignThatIsChangedOrOverIsRefused() throws IOException {
    var text = Files.readString(campaign);
    Files.writeString(campaign, text.replace("20000", "200000"));
    assertThat(status()).isEqualTo(1);
    assertThat(market.errors()).contains("it was changed");
    Files.writeString(campaign, text);
    assertThat(create("--until=2020-01-01")).isEqualTo(2);
    assertThat(market.errors()).contains("over already");
    assertThat(create("--until=soon")).isEqualTo(2);
    assertThat(create("--until=2999-01-01", "--sat=5")).isEqualTo(2);
  }

  @Test
  void aSilentServerIsNoAnswer() throws IOException {
    pledge("anna", 9_000);
    market.close();
    assertThat(status()).isEqualTo(1);
    assertThat(market.errors()).contains("cannot be looked up");
  }
}
