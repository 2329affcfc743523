package org.bulbil.agent.proof;

import java.util.Optional;
import org.bulbil.bitcoin.message.MessageSigner;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.contact.WalletProof;
import org.bulbil.core.contact.WalletStatement;
import org.bulbil.tor.Fingerprint;

/** Has the wallet say and sign whose it is, once for each thing there is to say. One thread. */
public final class Prover {

  private final MessageSigner wallet;
  private Optional<WalletProof> newest = Optional.empty();

  public Prover(MessageSigner wallet) {
    this.wallet = wallet;
  }

  /**
   * The proof for a relay.
   *
   * @param family that it declares in its contact line
   */
  public WalletProof proof(Fingerprint relay, Optional<FamilyId> family) {
    return proof(new WalletStatement(relay.value(), family, wallet.address().toString()).text());
  }

  /** The proof of any statement of whose this wallet is. */
  public WalletProof proof(String statement) {
    var proof = newest.filter(known -> known.statement().equals(statement));
    newest = proof.or(() -> Optional.of(signed(statement)));
    return newest.orElseThrow();
  }

  private WalletProof signed(String statement) {
    return new WalletProof(statement, wallet.sign(statement).value());
  }
}
