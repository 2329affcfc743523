package org.bulbil.agent.bequest;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.bulbil.agent.birth.Announcement;
import org.bulbil.agent.family.Infant;
import org.bulbil.agent.family.PaperBelonging;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.relay.Card;
import org.bulbil.agent.relay.Condition;
import org.bulbil.agent.relay.Keeper;
import org.bulbil.agent.relay.Kindred;
import org.bulbil.agent.settings.Settings;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.chain.FeeLevels;
import org.bulbil.bitcoin.testing.SimulatedDisk;
import org.bulbil.bitcoin.testing.TestingChain;
import org.bulbil.bitcoin.testing.TestingTime;
import org.bulbil.bitcoin.wallet.Wallet;
import org.bulbil.bitcoin.wallet.WalletSettings;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.directory.ServerDescriptor;
import org.bulbil.tor.family.OnionKey;
import org.bulbil.tor.process.TorFolder;
import org.bulbil.tor.status.Validity;

/** As much of a relay as a bequest concerns: wallet, journal, page, onion key. */
final class Relative implements AutoCloseable {

  /** Where every relay of a test says that it lives: one at a time has a page. */
  static final String ADDRESS = "127.66.1.2";

  final Fingerprint fingerprint;
  Wallet wallet;
  Journal journal;
  Estate estate;
  private final String digit;
  private final Settings settings;
  private final TestingChain chain;
  private final TestingTime time;
  private final SimulatedDisk disk = new SimulatedDisk();
  private final TorFolder tor;
  private final Infant identity;
  private final FamilyId family;
  private final Map<Fingerprint, ServerDescriptor> directory;
  private Optional<HttpServer> page = Optional.empty();

  /**
   * @param directory who runs, shared by all relatives
   */
  Relative(
      String digit,
      Path folder,
      Settings settings,
      FamilyId family,
      TestingChain chain,
      TestingTime time,
      Map<Fingerprint, ServerDescriptor> directory)
      throws IOException, GeneralSecurityException {
    this.digit = digit;
    this.settings = settings;
    this.chain = chain;
    this.time = time;
    this.fingerprint = new Fingerprint(digit.repeat(40));
    this.family = family;
    this.directory = directory;
    this.identity = new Infant(fingerprint);
    this.tor = new TorFolder(folder.resolve(digit));
    identity.write(tor.keys());
    wallet = openWallet();
    journal = Journal.open(disk.file("journal.db"), time);
    estate = openEstate();
    refresh();
  }

  private Wallet openWallet() {
    var files = WalletSettings.of(Network.REGTEST, disk.seed(), disk.file("wallet.db"));
    return Wallet.open(files, List.of(chain.source(digit)), time, new Random(digit.charAt(0)));
  }

  private Estate openEstate() {
    var random = new Random(digit.charAt(0));
    return new Estate(
        settings,
        wallet,
        journal,
        new Kindred(keeper(), PaperBelonging.byCount()),
        () -> OnionKey.in(tor.keys()),
        () -> FeeLevels.GUESS,
        time,
        random);
  }

  /** Its agent is killed and started again. */
  void restart() {
    wallet.close();
    journal.close();
    wallet = openWallet();
    journal = Journal.open(disk.file("journal.db"), time);
    estate = openEstate();
    refresh();
  }

  /** It runs, and says in its descriptor who it is. */
  void appear(String heritage) {
    var contact =
        "email:op[]sandbox.test btc:%s ciissversion:2 bulbil %s genes:00000000 family:%s"
            .formatted(wallet.receiveAddress(), heritage, family);
    directory.put(fingerprint, identity.descriptor(contact, 1));
  }

  void openPage(int port) throws IOException {
    var where = new InetSocketAddress(InetAddress.ofLiteral(ADDRESS), port);
    var server = HttpServer.create(where, 8);
    server.createContext(Estate.PATH, estate.door());
    server.start();
    page = Optional.of(server);
  }

  /** Its server is deleted: no page, and soon no entry in the consensus. */
  void die() {
    closePage();
    directory.remove(fingerprint);
  }

  void closePage() {
    page.ifPresent(server -> server.stop(0));
    page = Optional.empty();
  }

  void refresh() {
    for (int turn = 0; turn < 20 && !isComplete(); turn++) {
      // A long chain is read in several turns.
    }
  }

  private boolean isComplete() {
    return wallet.refresh().answer().filter(view -> view.isComplete()).isPresent();
  }

  /** A heartbeat's part. */
  void beat(Optional<Address> beneficiary, Instant leaseEnd) {
    refresh();
    estate.meet(fingerprint, family);
    wallet.view().ifPresent(view -> estate.settle(fingerprint, view, beneficiary, leaseEnd));
  }

  String told() {
    return String.join("\n", journal.newest(99).stream().map(Entry::words).toList());
  }

  private Keeper keeper() {
    return new Keeper() {
      @Override
      public Condition keep(org.bulbil.agent.tenancy.Home home, Card card) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Condition rest() {
        throw new UnsupportedOperationException();
      }

      @Override
      public Outcome<List<Fingerprint>> listed() {
        return Outcome.done(List.copyOf(directory.keySet()));
      }

      @Override
      public Outcome<Validity> validity() {
        return Outcome.unknown("not asked");
      }

      @Override
      public Outcome<List<Fingerprint>> running(String prefix) {
        return Outcome.done(List.copyOf(directory.keySet()));
      }

      @Override
      public Outcome<Optional<ServerDescriptor>> descriptor(Fingerprint relay) {
        return Outcome.done(Optional.ofNullable(directory.get(relay)));
      }

      @Override
      public Outcome<List<Announcement>> named(Hostname nickname) {
        return Outcome.done(List.of());
      }
    };
  }

  @Override
  public void close() {
    closePage();
    wallet.close();
    journal.close();
  }
}
