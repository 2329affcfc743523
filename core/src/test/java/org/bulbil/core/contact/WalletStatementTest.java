package org.bulbil.core.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A statement says relay, family and address, and nothing else is taken for one. */
class WalletStatementTest {

  private static final String RELAY = "0123456789ABCDEF0123456789ABCDEF01234567";
  private static final String ADDRESS = "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq";
  private static final FamilyId FAMILY =
      new FamilyId("4h48rZ4d/qDoAxHIsf0qGJw+DsHfjQ6BtQ6ENK8QlrA");

  @Test
  void aStatementIsOneSentence() {
    assertThat(new WalletStatement(RELAY, Optional.of(FAMILY), ADDRESS).text())
        .isEqualTo(
            "Gifts to "
                + ADDRESS
                + " are for the Tor relay "
                + RELAY
                + " of the family "
                + FAMILY
                + ". (bulbil 1)");
  }

  @Test
  void isReadBackAsItWasWritten() {
    var kin = new WalletStatement(RELAY, Optional.of(FAMILY), ADDRESS);
    var alone = new WalletStatement(RELAY, Optional.empty(), ADDRESS);
    assertThat(WalletStatement.read(kin.text())).contains(kin);
    assertThat(WalletStatement.read(alone.text())).contains(alone);
    assertThat(alone.text()).isNotEqualTo(kin.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " Gifts to bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq are for the Tor relay"
            + " 0123456789ABCDEF0123456789ABCDEF01234567 of no family. (bulbil 1)",
        "Gifts to bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq are for the Tor relay"
            + " 0123456789abcdef0123456789ABCDEF01234567 of no family. (bulbil 1)",
        "Gifts to bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq are for the Tor relay"
            + " 0123456789ABCDEF0123456789ABCDEF01234567 of no family. (bulbil 1) And all others.",
        "Gifts to x are for the Tor relay 0123456789ABCDEF0123456789ABCDEF01234567 of no family."
            + " (bulbil 1)",
      })
  void isNoStatement(String text) {
    assertThat(WalletStatement.read(text)).isEmpty();
  }

  @Test
  void aProofIsThreeLines() {
    var statement = new WalletStatement(RELAY, Optional.empty(), ADDRESS).text();
    var proof = new WalletProof(statement, "smpAkcwRAIg");
    assertThat(proof.text()).isEqualTo("bulbil proof 1\n" + statement + "\nsmpAkcwRAIg\n");
    assertThat(WalletProof.read(proof.text())).contains(proof);
    assertThat(WalletProof.read(proof.text().replace("\n", "\r\n"))).contains(proof);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bulbil proof 1",
        "bulbil proof 2\na\nb\n",
        "bulbil proof 1\na\nb c\n",
        "bulbil proof 1\na\n\n",
        "bulbil proof 1\na\nb\nc\n",
      })
  void isNoProof(String text) {
    assertThat(WalletProof.read(text)).isEmpty();
    assertThat(WalletProof.read(text + "x".repeat(2_000))).isEmpty();
  }

  @Test
  void aSignatureIsOneWord() {
    assertThatThrownBy(() -> new WalletProof("x", "a\nb")).hasMessageContaining("printable");
    assertThatThrownBy(() -> new WalletStatement("x", Optional.empty(), ADDRESS))
        .hasMessageContaining("fingerprint");
  }
}
