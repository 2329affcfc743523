package org.bulbil.agent.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.keys.Account;
import org.bulbil.bitcoin.keys.Words;
import org.bulbil.bitcoin.message.MessageSignature;
import org.bulbil.bitcoin.message.MessageSigner;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.contact.WalletStatement;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.Fingerprint;
import org.junit.jupiter.api.Test;

/** The wallet signs what is true of the relay, once, and again only where that has changed. */
class ProverTest {

  private static final Fingerprint RELAY = new Fingerprint("A".repeat(40));
  private static final Optional<FamilyId> FAMILY =
      Optional.of(new FamilyId("4h48rZ4d/qDoAxHIsf0qGJw+DsHfjQ6BtQ6ENK8QlrA"));

  private final MessageSigner wallet =
      MessageSigner.of(Account.of(Words.draw(new Random(1)), Network.REGTEST));
  private final List<String> signed = new ArrayList<>();
  private final Prover prover =
      new Prover(
          new MessageSigner() {
            @Override
            public Address address() {
              return wallet.address();
            }

            @Override
            public MessageSignature sign(String message) {
              signed.add(message);
              return wallet.sign(message);
            }
          });

  @Test
  void anybodyCanCheckIt() {
    var proof = prover.proof(RELAY, FAMILY);
    assertThat(WalletStatement.read(proof.statement()))
        .contains(new WalletStatement(RELAY.value(), FAMILY, wallet.address().toString()));
    var checked =
        new MessageSignature(proof.signature()).check(wallet.address(), proof.statement());
    assertThat(checked).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void isMadeOnceForEachThingThatThereIsToSay() {
    var alone = prover.proof(RELAY, Optional.empty());
    assertThat(prover.proof(RELAY, Optional.empty())).isEqualTo(alone);
    assertThat(prover.proof(RELAY, FAMILY)).isNotEqualTo(alone);
    prover.proof(RELAY, FAMILY);
    assertThat(signed).hasSize(2);
  }
}
