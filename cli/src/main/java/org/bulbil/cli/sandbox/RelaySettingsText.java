package org.bulbil.cli.sandbox;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bulbil.agent.settings.BundleSettings;
import org.bulbil.agent.settings.ChainSettings;
import org.bulbil.agent.settings.LeaseSettings;
import org.bulbil.agent.settings.NurseSettings;
import org.bulbil.agent.settings.RelaySettings;
import org.bulbil.agent.settings.Settings;
import org.bulbil.agent.settings.SettingsFile;
import org.bulbil.agent.settings.WillSettings;
import org.bulbil.bitcoin.Network;
import org.bulbil.core.charity.Beneficiaries;
import org.bulbil.core.charity.Beneficiary;
import org.bulbil.core.contact.Email;
import org.bulbil.core.genome.Lineage;
import org.bulbil.core.money.Cents;
import org.bulbil.core.policy.Limits;
import org.bulbil.core.policy.Prior;
import org.bulbil.hosting.bootstrap.Login;
import org.bulbil.hosting.bootstrap.OpenPorts;
import org.bulbil.hosting.bootstrap.UserData;
import org.bulbil.sandbox.chain.Address;
import org.bulbil.sandbox.world.Market;
import org.bulbil.sandbox.world.WorldSettings;
import org.bulbil.tor.process.TorrcLine;

/**
 * What the first relays of a sandbox are told, and hand on to their children.
 *
 * @param world that they live in
 * @param market where they pay
 * @param network lines of torrc that make them part of the sandbox's network
 * @param nurse who hands them the key of their family; empty where each makes a family of its own
 * @param bundle their program, and where the first of them fetch it
 * @param today when somebody is taken to have checked the beneficiaries' addresses
 */
record RelaySettingsText(
    WorldSettings world,
    Market market,
    List<TorrcLine> network,
    Optional<NurseSettings> nurse,
    BundleSettings bundle,
    LocalDate today) {

  static final int OR_PORT = 9001;

  private static final Email EMAIL = new Email("relays@sandbox.test");

  /** The script that the server of {@code ticket} runs first. */
  String userData(Planting.Ticket ticket) {
    return new UserData(
            SettingsFile.write(settings(ticket)),
            bundle.file(),
            bundle.mirrors(),
            new OpenPorts(OR_PORT, world.statusPort()),
            Login.NOBODY)
        .script();
  }

  /** The same with another nurse. */
  RelaySettingsText with(NurseSettings other) {
    return new RelaySettingsText(world, market, network, Optional.of(other), bundle, today);
  }

  Settings settings(Planting.Ticket ticket) {
    return new Settings(
        ticket.founder().hostname(),
        new LeaseSettings(
            market.provider().uri(),
            WorldTerms.BACKEND,
            ticket.token().value(),
            world.market().day(),
            Cents.dollars(5)),
        new ChainSettings(
            Network.REGTEST, market.chain().esplora(), world.market().block(), WorldTerms.FEE_CAP),
        new RelaySettings(
            EMAIL,
            WorldTerms.HOSTER,
            world.network().tor().path().toString(),
            OR_PORT,
            world.statusPort(),
            network.stream().map(TorrcLine::text).toList()),
        ticket.founder().genome(),
        Lineage.FOUNDER,
        Prior.USUAL,
        nurse,
        new WillSettings(beneficiaries(), WorldTerms.START_GIFT),
        Optional.empty(),
        Optional.empty(),
        Limits.HASTY,
        WorldTerms.of(world, bundle).rhythm(),
        bundle,
        Optional.empty());
  }

  private Beneficiaries beneficiaries() {
    var entries = market.beneficiaries().stream().map(Address::text).map(this::charity).toList();
    return new Beneficiaries(entries);
  }

  private Beneficiary charity(String address) {
    var name = address.equals(market.beneficiary().text()) ? "First Charity" : "Second Charity";
    return new Beneficiary(
        name, address, "https://charity.sandbox.test/donate", today, today.plusYears(1));
  }
}
