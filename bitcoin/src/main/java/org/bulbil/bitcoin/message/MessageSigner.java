package org.bulbil.bitcoin.message;

import java.util.List;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.keys.Account;
import org.bulbil.bitcoin.keys.Account.Spending;
import org.bulbil.bitcoin.keys.Branch;
import org.bulbil.core.money.Sats;

/** Signs sentences by the key of one address; the key stays where it is. */
public interface MessageSigner {

  Address address();

  /** The same for the same message, each time. */
  MessageSignature sign(String message);

  /** By the key of the account's published address. */
  static MessageSigner of(Account account) {
    return new MessageSigner() {
      @Override
      public Address address() {
        return account.address(Branch.RECEIVE);
      }

      @Override
      public MessageSignature sign(String message) {
        var challenge = Challenge.of(account.script(Branch.RECEIVE), message);
        var spending = List.of(new Spending(Branch.RECEIVE, Sats.ZERO));
        var signed = account.sign(challenge.toSign(), spending);
        return MessageSignature.of(signed.txIn.getFirst().witness);
      }
    };
  }
}
