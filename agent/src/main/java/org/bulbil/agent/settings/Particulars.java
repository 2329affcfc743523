package org.bulbil.agent.settings;

import java.util.Optional;
import org.bulbil.wire.Tunnel;

/**
 * What may turn out to be different at a provider than its documents say.
 *
 * @param tunnel through which it is asked, such as tor's HTTPTunnelPort; empty for directly
 * @param userData how the first script is handed over, {@code plain} or {@code base64}; empty for
 *     as usual
 * @param operatingSystem of new servers, such as {@code debian-12}; empty for as usual
 * @param vatPercent that is added to its prices; empty for as usual
 */
public record Particulars(
    Optional<Tunnel> tunnel,
    Optional<String> userData,
    Optional<String> operatingSystem,
    Optional<Integer> vatPercent) {

  public static final Particulars NONE =
      new Particulars(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public Particulars {
    if (userData.filter(form -> !form.equals("plain") && !form.equals("base64")).isPresent()) {
      throw new IllegalArgumentException("user data is plain or base64, not " + userData.get());
    }
    if (vatPercent.filter(percent -> percent < 0 || percent > 100).isPresent()) {
      throw new IllegalArgumentException("VAT is 0 to 100 percent, not " + vatPercent.get());
    }
  }
}
