package org.bulbil.hosting.lnvps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys and signatures are those of BIP-340. */
class NostrKeyTest {

  private static final HexFormat HEX = HexFormat.of();

  /** Secret key, public key, auxiliary randomness, message and signature of BIP-340's vectors. */
  @ParameterizedTest
  @CsvSource({
    "0000000000000000000000000000000000000000000000000000000000000003,"
        + "F9308A019258C31049344F85F89D5229B531C845836F99B08601F113BCE036F9,"
        + "0000000000000000000000000000000000000000000000000000000000000000,"
        + "0000000000000000000000000000000000000000000000000000000000000000,"
        + "E907831F80848D1069A5371B402410364BDF1C5F8307B0084C55F1CE2DCA8215"
        + "25F66A4A85EA8B71E482A74F382D2CE5EBEEE8FDB2172F477DF4900D310536C0",
    "B7E151628AED2A6ABF7158809CF4F3C762E7160F38B4DA56A784D9045190CFEF,"
        + "DFF1D77F2A671C5F36183726DB2341BE58FEAE1DA2DECED843240F7B502BA659,"
        + "0000000000000000000000000000000000000000000000000000000000000001,"
        + "243F6A8885A308D313198A2E03707344A4093822299F31D0082EFA98EC4E6C89,"
        + "6896BD60EEAE296DB48A229FF71DFE071BDE413E6D43F917DC8DCF8C78DE3341"
        + "8906D11AC976ABCCB20B091292BFF4EA897EFCB639EA871CFA95F6DE339E4B0A",
    "C90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B14E5C9,"
        + "DD308AFEC5777E13121FA72B9CC1B7CC0139715309B086C960E18FD969774EB8,"
        + "C87AA53824B4D7AE2EB035A2B5BBBCCC080E76CDC6D1692C4B0B62D798E6D906,"
        + "7E2D58D8B3BCDF1ABADEC7829054F90DDA9805AAB56C77333024B9D0A508B75C,"
        + "5831AAEED7B44BB74E5EAB94BA9D4294C49BCF2A60728D8B4C200F50DD313C1B"
        + "AB745879A5AD954A72C45A91C3A51D3C7ADEA98D82F8481E0E1E03674A6F3FB7",
  })
  void signs(String secret, String known, String fresh, String message, String signature) {
    var key = NostrKey.parse(secret.toLowerCase(Locale.ROOT));
    assertThat(key.publicKey()).isEqualToIgnoringCase(known);
    assertThat(key.sign(HEX.parseHex(message), HEX.parseHex(fresh)))
        .isEqualTo(HEX.parseHex(signature));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "3",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF",
      })
  void whatIsNoKeyIsRefusedUnnamed(String text) {
    assertThatThrownBy(() -> NostrKey.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("ffff");
  }

  @Test
  void aDrawnKeyIsAKeyAndDoesNotPrint() {
    var key = NostrKey.draw(new Random(1));
    assertThat(NostrKey.parse(key.hex()).publicKey()).isEqualTo(key.publicKey());
    assertThat(key).hasToString("Nostr key …");
  }
}
