package org.bulbil.atlas.tip;

import java.util.List;

/**
 * Who could be paid by a choice, and who could not.
 *
 * @param evidence all that the rule will see
 * @param chosen the choice, with what came of it where it was left open
 * @param leftOut those chosen that cannot be paid, by fingerprint
 * @param badAddresses words that look like addresses and are none, in lines of those chosen
 * @param withoutAddress relays chosen that name no address
 */
public record Found(
    Evidence evidence,
    Audit.Chosen chosen,
    List<Audit.LeftOut> leftOut,
    int badAddresses,
    int withoutAddress) {

  public Found {
    leftOut = List.copyOf(leftOut);
  }
}
