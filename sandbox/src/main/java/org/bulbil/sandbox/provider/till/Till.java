package org.bulbil.sandbox.provider.till;

import java.util.List;

/**
 * Where customers' bitcoin arrive. Asked by several threads; each answer is the chain as it stands
 * at that moment, so a receipt may vanish again (replaced, evicted, reorganised away).
 */
public interface Till {

  /** An address that was never handed out before. */
  String freshAddress();

  /**
   * What has arrived at {@code address}, unconfirmed payments included: one receipt for each
   * transaction, its outputs to that address added up.
   */
  List<Receipt> receipts(String address);
}
