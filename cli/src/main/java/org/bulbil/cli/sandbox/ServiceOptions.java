package org.bulbil.cli.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.bulbil.cli.console.Trouble;
import org.bulbil.cli.wiring.Dice;
import org.bulbil.core.money.Rate;
import org.bulbil.core.time.Day;
import org.bulbil.sandbox.network.Loopback;
import org.bulbil.sandbox.world.Doors;
import org.bulbil.sandbox.world.MarketSettings;
import picocli.CommandLine.Option;

/** The options that the sandbox and each of its services share. */
final class ServiceOptions {

  /** Of a bitcoin: a cent is ten satoshis, which is easily read. */
  private static final Rate PRICE = Rate.ofDollars(100_000);

  @Option(
      names = "--day",
      paramLabel = "SPAN",
      defaultValue = "60s",
      description = "How long a day of rent lasts (default ${DEFAULT-VALUE}).")
  private Duration day;

  @Option(
      names = "--block",
      paramLabel = "SPAN",
      defaultValue = "5s",
      description = "Time from a block to the next (default ${DEFAULT-VALUE}).")
  private Duration block;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Donors and genes of the same seed are the same (default: a new one).")
  private Optional<Long> seed;

  @Option(
      names = "--dir",
      paramLabel = "FOLDER",
      description = "Where it works (default: a new folder of your data folder).")
  private Optional<String> folder;

  @Option(
      names = "--provider-port",
      paramLabel = "PORT",
      defaultValue = "18400",
      description = "Of the provider's API on 127.0.0.1 (default ${DEFAULT-VALUE}; 0: any).")
  private int provider;

  @Option(
      names = "--esplora-port",
      paramLabel = "PORT",
      defaultValue = "18401",
      description = "Of the chain over HTTP (default ${DEFAULT-VALUE}; 0: any).")
  private int esplora;

  @Option(
      names = "--second-esplora-port",
      paramLabel = "PORT",
      defaultValue = "18402",
      description = "Of the same chain's second server (default ${DEFAULT-VALUE}; 0: any).")
  private int secondEsplora;

  @Option(
      names = "--electrum-port",
      paramLabel = "PORT",
      defaultValue = "18403",
      description = "Of the chain over Electrum's protocol (default ${DEFAULT-VALUE}; 0: any).")
  private int electrum;

  @Option(
      names = "--socks-port",
      paramLabel = "PORT",
      defaultValue = "9050",
      description = "Of the Tor client, on its own address (default ${DEFAULT-VALUE}).")
  private int socks;

  @Option(
      names = "--network",
      paramLabel = "N",
      defaultValue = "77",
      description = "The Tor network has the addresses 127.N.0.0/16 (default ${DEFAULT-VALUE}).")
  private int network;

  @Option(
      names = "--servers",
      paramLabel = "N",
      defaultValue = "80",
      description = "Rented servers have the addresses 127.N.0.0/16 (default ${DEFAULT-VALUE}).")
  private int servers;

  Day day() {
    return new Day(checkedSeconds("--day", day));
  }

  Duration block() {
    return checkedSeconds("--block", block);
  }

  /** A relay's settings count both in whole seconds. */
  private static Duration checkedSeconds(String option, Duration span) {
    if (span.toMillis() % 1000 != 0 || span.toSeconds() < 1) {
      throw new Trouble(option + " must be whole seconds, at least 1s");
    }
    return span;
  }

  long seed() {
    return seed.orElseGet(Dice::freshSeed);
  }

  WorkFolder folder() {
    return folder.map(WorkFolder::at).orElseGet(WorkFolder::fresh);
  }

  Doors doors() {
    return new Doors(provider, esplora, secondEsplora, electrum);
  }

  /**
   * @param bundles where the provider's servers unpack programs
   */
  MarketSettings market(WorkFolder where, Path bundles) {
    return new MarketSettings(where.path(), day(), block(), PRICE, doors(), bundles, servers());
  }

  int socks() {
    return socks;
  }

  Loopback network() {
    return new Loopback(network);
  }

  private Loopback servers() {
    if (servers == network) {
      throw new Trouble("--servers and --network need two different numbers, not both " + network);
    }
    return new Loopback(servers);
  }
}
