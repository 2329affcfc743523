package org.bulbil.sandbox.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.tor.process.TorFolder;
import org.bulbil.tor.process.TorProcess;
import org.bulbil.tor.process.Torrc;
import org.bulbil.tor.process.TorrcLine;

/**
 * The tor processes that a network stands on: who the authorities are, and how each tor is started.
 *
 * @param settings of the network
 * @param authorities three of them
 * @param time to wait by
 */
record Backbone(NetworkSettings settings, List<Authority> authorities, Time time) {

  /** Makes the authorities' keys, all at once, or takes those in the folder. */
  static Outcome<Backbone> prepare(NetworkSettings settings, Time time) throws IOException {
    var tasks =
        IntStream.rangeClosed(1, Addresses.AUTHORITIES)
            .<Callable<Outcome<Authority>>>mapToObj(
                number -> () -> authority(settings, number, time))
            .toList();
    return Parallel.all(tasks).map(authorities -> new Backbone(settings, authorities, time));
  }

  private static Outcome<Authority> authority(NetworkSettings settings, int number, Time time)
      throws IOException {
    var name = "auth" + number;
    var addresses = new Addresses(settings);
    var folder = new TorFolder(settings.folder().resolve(name));
    forgetAllButKeys(folder);
    return new AuthorityKeys(settings, folder, addresses.authorityDir(number))
        .makeOrReuse(time.now())
        .map(
            identity ->
                new Authority(
                    name,
                    folder,
                    addresses.authorityOr(number),
                    addresses.authorityDir(number),
                    identity));
  }

  /** An authority that remembered the relays of another day would vote for them. */
  private static void forgetAllButKeys(TorFolder folder) throws IOException {
    if (!Files.exists(folder.path())) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder.path())) {
      paths
          .filter(path -> !path.startsWith(folder.keys()) && !path.equals(folder.path()))
          .sorted(Comparator.reverseOrder())
          .forEach(Backbone::delete);
    }
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What every tor of this network needs in its torrc. */
  List<TorrcLine> everybody() {
    return Torrcs.everybody(
        authorities.stream().map(Authority::line).toList(), ProcessHandle.current().pid());
  }

  BandwidthFile bandwidthFile() {
    return new BandwidthFile(settings.folder().resolve("bandwidth"));
  }

  /** Starts the authorities and the exit, all at once. */
  Outcome<List<TorProcess>> start() throws IOException {
    bandwidthFile().write(new TreeMap<>(), time.now());
    var tasks = new ArrayList<Callable<Outcome<TorProcess>>>();
    for (var authority : authorities) {
      tasks.add(() -> start(authority.torrc(everybody(), settings.pace(), bandwidthFile().path())));
    }
    tasks.add(() -> start(exit()));
    return Parallel.all(tasks);
  }

  private Torrc exit() throws IOException {
    var addresses = new Addresses(settings);
    var lines = new ArrayList<>(everybody());
    lines.addAll(Torrcs.server("exit", addresses.exit()));
    lines.addAll(Torrcs.exit(addresses.exit(), addresses.web().getPort(), nowhere(addresses)));
    return Torrc.with(new TorFolder(settings.folder().resolve("exit")), lines);
  }

  /** A resolv.conf that names a server which does not exist, so that no name is ever looked up. */
  private Path nowhere(Addresses addresses) throws IOException {
    return Files.writeString(
        settings.folder().resolve("resolv.conf"),
        "nameserver " + addresses.web().getAddress().getHostAddress() + "\n",
        StandardCharsets.US_ASCII);
  }

  Outcome<TorProcess> startClient() throws IOException {
    var lines = new ArrayList<>(everybody());
    lines.addAll(Torrcs.client(new Addresses(settings).socks()));
    return start(Torrc.with(new TorFolder(settings.folder().resolve("client")), lines));
  }

  private Outcome<TorProcess> start(Torrc torrc) throws IOException {
    return TorProcess.start(settings.tor(), torrc, TorProcess.LEAN, time);
  }

  /** Every tor that still answers in one of the network's folders. */
  List<TorProcess> running() {
    return Stream.of("auth1", "auth2", "auth3", "exit", "client")
        .map(name -> new TorFolder(settings.folder().resolve(name)))
        .map(TorProcess::adopt)
        .flatMap(found -> found.answer().stream())
        .toList();
  }
}
