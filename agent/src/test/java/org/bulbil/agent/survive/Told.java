package org.bulbil.agent.survive;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bulbil.agent.TestingBundle;
import org.bulbil.agent.settings.ChainSettings;
import org.bulbil.agent.settings.LeaseSettings;
import org.bulbil.agent.settings.NurseSettings;
import org.bulbil.agent.settings.RelaySettings;
import org.bulbil.agent.settings.Rhythm;
import org.bulbil.agent.settings.Settings;
import org.bulbil.agent.settings.WillSettings;
import org.bulbil.bitcoin.Network;
import org.bulbil.core.charity.Beneficiaries;
import org.bulbil.core.charity.Beneficiary;
import org.bulbil.core.contact.Email;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.genome.Genome;
import org.bulbil.core.genome.Lineage;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.policy.Limits;
import org.bulbil.core.policy.Prior;
import org.bulbil.core.time.Day;

/** What a simulated relay is told at birth. */
final class Told {

  static final Duration HEARTBEAT = Duration.ofMinutes(30);

  static final FeeRate FEE_CAP = FeeRate.ofSatPerVb(50);

  /** Longer than any life. */
  private static final int YEARS_VALID = 9;

  private static final List<URI> NOWHERE = List.of(URI.create("http://localhost"));

  private Told() {}

  /** It has a nurse whom it never asks, since no consensus lists it: so it makes no family key. */
  static Settings settings(World world, Tenant tenant) {
    return new Settings(
        tenant.hostname(),
        new LeaseSettings(
            NOWHERE.getFirst(),
            "vultr",
            tenant.token().value(),
            Day.REAL,
            World.TERMS.smallestInvoice()),
        new ChainSettings(Network.REGTEST, NOWHERE, World.BLOCK, FEE_CAP),
        new RelaySettings(new Email("op@sandbox.test"), "", "/nowhere/tor", 9001, 8080, List.of()),
        Genome.founder("ewr", World.PLAN.slug()),
        Lineage.FOUNDER,
        Prior.USUAL,
        Optional.of(new NurseSettings(NOWHERE.getFirst(), new FamilyId("A".repeat(43)))),
        new WillSettings(beneficiaries(world), Cents.dollars(3)),
        Optional.empty(),
        Optional.of(Launcher.SECRET.key()),
        Limits.HASTY,
        new Rhythm(HEARTBEAT, Wire.PATIENCE),
        TestingBundle.SETTINGS,
        Optional.empty());
  }

  private static Beneficiaries beneficiaries(World world) {
    var today = Beneficiaries.day(world.now());
    return Beneficiaries.of(
        new Beneficiary(
            "Charity",
            world.beneficiary.toString(),
            "https://charity.test",
            today,
            today.plusYears(YEARS_VALID)));
  }
}
