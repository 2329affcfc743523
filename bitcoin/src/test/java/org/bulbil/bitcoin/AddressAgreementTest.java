package org.bulbil.bitcoin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.bulbil.core.contact.BitcoinAddress;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.bulbil.core.outcome.Outcome;
import org.junit.jupiter.api.Test;

/** Two readers of addresses, one of a library and one without, judge the same text alike. */
class AddressAgreementTest {

  private static final HexFormat HEX = HexFormat.of();

  private static String drawn(Random random, int bytes) {
    var drawn = new byte[bytes];
    random.nextBytes(drawn);
    return HEX.formatHex(drawn);
  }

  private static LockingScript script(Random random, ScriptType type) {
    return new LockingScript(
        switch (type) {
          case P2PKH -> "76a914" + drawn(random, 20) + "88ac";
          case P2SH -> "a914" + drawn(random, 20) + "87";
          case P2WPKH -> "0014" + drawn(random, 20);
          case P2WSH -> "0020" + drawn(random, 32);
          case P2TR -> "5120" + drawn(random, 32);
        });
  }

  private static Chain chain(Network network) {
    return switch (network) {
      case MAINNET -> Chain.MAINNET;
      case TESTNET, SIGNET -> Chain.TESTNET;
      case REGTEST -> Chain.REGTEST;
    };
  }

  @Test
  void bothReadEveryKindOnEveryNetwork() {
    var random = new Random(Long.getLong("seed", 17));
    for (int i = 0; i < 50; i++) {
      for (var network : Network.values()) {
        for (var type : ScriptType.values()) {
          var address = Address.of(script(random, type), network).toString();
          var read = BitcoinAddress.read(address).answer().orElseThrow();
          assertThat(read.kind().name()).as("seed 17: %s", address).isEqualTo(type.name());
          assertThat(read.isOn(chain(network))).as("seed 17: %s", address).isTrue();
          assertThat(read.isOn(Chain.MAINNET)).isEqualTo(network == Network.MAINNET);
        }
      }
    }
  }

  @Test
  void bothRefuseTheSame() {
    var random = new Random(Long.getLong("seed", 18));
    for (int i = 0; i < 5_000; i++) {
      var types = ScriptType.values();
      var good = Address.of(script(random, types[i % types.length]), Network.MAINNET).toString();
      var text = changed(random, good);
      var isOurs = BitcoinAddress.read(text).answer().filter(a -> a.isOn(Chain.MAINNET));
      assertThat(isOurs.isPresent())
          .as("seed 18: %s", text)
          .isEqualTo(Address.read(text, Network.MAINNET) instanceof Outcome.Done);
    }
  }

  private static String changed(Random random, String good) {
    int at = random.nextInt(good.length());
    return switch (random.nextInt(4)) {
      case 0 -> good.substring(0, at);
      case 1 ->
          good.substring(0, at) + good.charAt(random.nextInt(good.length())) + good.substring(at);
      case 2 -> good.toUpperCase(java.util.Locale.ROOT);
      default -> good.substring(0, at) + (char) (48 + random.nextInt(75)) + good.substring(at + 1);
    };
  }
}
