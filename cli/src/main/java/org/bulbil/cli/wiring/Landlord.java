package org.bulbil.cli.wiring;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.bulbil.agent.settings.LeaseSettings;
import org.bulbil.agent.settings.Particulars;
import org.bulbil.core.time.Time;
import org.bulbil.hosting.Provider;
import org.bulbil.hosting.lnvps.Lnvps;
import org.bulbil.hosting.lnvps.LnvpsSettings;
import org.bulbil.hosting.sporestack.SporeStack;
import org.bulbil.hosting.sporestack.SporeStackSettings;
import org.bulbil.hosting.sporestack.SporeStackSettings.UserDataForm;
import org.bulbil.wire.Http;

/** The client of the provider that a relay's settings name. */
public final class Landlord {

  /** Every other backend is one of SporeStack's. */
  private static final String LNVPS = "lnvps";

  private Landlord() {}

  /**
   * The caller closes {@code http}.
   *
   * @param http through the tunnel of the settings, where there is one
   * @param random strong
   */
  public static Provider of(LeaseSettings lease, Http http, Time time, RandomGenerator random) {
    return lease.backend().equals(LNVPS)
        ? new Lnvps(http, lnvps(lease), time, random)
        : new SporeStack(http, sporeStack(lease));
  }

  private static LnvpsSettings lnvps(LeaseSettings lease) {
    var usual = LnvpsSettings.of(lease.url()).withSmallestInvoice(lease.smallestInvoice());
    var named = lease.particulars().operatingSystem().map(usual::withImage).orElse(usual);
    return lease.particulars().vatPercent().map(named::withVatPercent).orElse(named);
  }

  private static SporeStackSettings sporeStack(LeaseSettings lease) {
    var usual =
        SporeStackSettings.of(lease.url(), lease.backend())
            .withSmallestInvoice(lease.smallestInvoice());
    var named = lease.particulars().operatingSystem().map(usual::withOperatingSystem).orElse(usual);
    return form(lease.particulars()).map(named::withUserData).orElse(named);
  }

  private static Optional<UserDataForm> form(Particulars particulars) {
    return particulars
        .userData()
        .map(form -> form.equals("plain") ? UserDataForm.PLAIN : UserDataForm.BASE64);
  }
}
