package org.bulbil.bitcoin.pledge;

import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxOut;
import fr.acinq.bitcoin.psbt.Psbt;
import java.util.Objects;
import org.bulbil.bitcoin.LockingScript;
import org.bulbil.bitcoin.OutPoint;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.psbt.DonorCoin;
import org.bulbil.bitcoin.psbt.SignedInput;
import org.bulbil.bitcoin.psbt.SigningRequest;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;

/** How a donor's coin becomes a pledge: a PSBT goes to his wallet, and comes back signed. */
public final class Signing {

  private Signing() {}

  /** What the donor's wallet is to sign, with the type of signature that pledges have. */
  public static Psbt request(Campaign campaign, DonorCoin coin) {
    return SigningRequest.of(campaign.outline(), coin, Pledge.SEQUENCE);
  }

  /** The pledge in a PSBT that came back; refused where it is another one, or not good. */
  public static Outcome<Pledge> pledge(Campaign campaign, Psbt signed) {
    var transaction = signed.global.tx;
    var expected = campaign.payment(transaction.txIn);
    if (transaction.txIn.size() != 1 || !TxId.of(transaction).equals(TxId.of(expected))) {
      return Outcome.refused("it does not pay exactly this campaign from one coin", 0);
    }
    return SignedInput.of(signed, 0).flatMap(input -> pledge(campaign, signed, input));
  }

  private static Outcome<Pledge> pledge(Campaign campaign, Psbt psbt, SignedInput input) {
    var point = OutPoint.of(psbt.global.tx.txIn.getFirst().outPoint);
    var witness = psbt.inputs.getFirst().getWitnessUtxo();
    var spent =
        witness == null
            ? Objects.requireNonNull(psbt.inputs.getFirst().getNonWitnessUtxo(), "no coin")
                .txOut
                .get(point.index())
            : witness;
    return good(
        campaign,
        new Pledge(
            campaign.id(),
            point,
            Sats.of(spent.amount.toLong()),
            LockingScript.of(spent.publicKeyScript),
            input));
  }

  /** As {@link #pledge(Campaign, Psbt)}, out of a transaction whose coin the chain knows. */
  public static Outcome<Pledge> pledge(Campaign campaign, Transaction signed, ChainSource chain) {
    if (signed.txIn.size() != 1) {
      return Outcome.refused("it spends %d coins instead of one".formatted(signed.txIn.size()), 0);
    }
    var point = OutPoint.of(signed.txIn.getFirst().outPoint);
    return chain
        .transaction(point.transaction())
        .flatMap(
            former ->
                point.index() < former.txOut.size()
                    ? pledge(campaign, signed, former.txOut.get(point.index()))
                    : Outcome.refused("there is no coin " + point, 0));
  }

  private static Outcome<Pledge> pledge(Campaign campaign, Transaction signed, TxOut spent) {
    return pledge(
        campaign, signed, Sats.of(spent.amount.toLong()), LockingScript.of(spent.publicKeyScript));
  }

  /** A pledge out of the campaign's payment with one input, signed by its owner's own wallet. */
  public static Outcome<Pledge> pledge(
      Campaign campaign, Transaction signed, Sats value, LockingScript script) {
    var input = signed.txIn.getFirst();
    return good(
        campaign,
        new Pledge(
            campaign.id(),
            OutPoint.of(input.outPoint),
            value,
            script,
            new SignedInput(input.signatureScript, input.witness)));
  }

  private static Outcome<Pledge> good(Campaign campaign, Pledge pledge) {
    return PledgeCheck.fault(campaign, pledge)
        .<Outcome<Pledge>>map(fault -> Outcome.refused(fault, 0))
        .orElseGet(() -> Outcome.done(pledge));
  }
}
