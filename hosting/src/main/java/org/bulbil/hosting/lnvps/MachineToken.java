package org.bulbil.hosting.lnvps;

import java.util.Optional;
import java.util.regex.Pattern;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.hosting.CreditToken;

/**
 * A credit token of LNVPS: {@code KEY} for an account, {@code KEY-NUMBER} for one of its machines.
 *
 * @param key of the account
 * @param machine whose bills are meant; empty for the account's only one
 */
record MachineToken(NostrKey key, Optional<LeaseId> machine) {

  private static final Pattern FORM = Pattern.compile("([0-9a-f]{64})(?:-([0-9]{1,19}))?");

  private static final String RULE =
      "a token of LNVPS is a Nostr secret key of 64 hexadecimal digits, followed by -NUMBER for one"
          + " machine; `mint` makes one";

  /** Reads {@code token}; refused where it is none. */
  static Outcome<MachineToken> read(CreditToken token) {
    var found = FORM.matcher(token.value());
    if (!found.matches()) {
      return Outcome.refused(RULE, 401);
    }
    try {
      var machine = Optional.ofNullable(found.group(2)).map(LeaseId::new);
      return Outcome.done(new MachineToken(NostrKey.parse(found.group(1)), machine));
    } catch (IllegalArgumentException e) {
      return Outcome.refused(RULE, 401);
    }
  }

  /** The same key for one machine. */
  static CreditToken of(CreditToken account, LeaseId machine) {
    var key = account.value().split("-", 2)[0];
    return new CreditToken(key + "-" + machine.value());
  }
}
