package org.bulbil.cli.atlas;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bulbil.cli.console.InstalledTor;
import org.bulbil.cli.console.Trouble;
import org.bulbil.core.time.Time;
import org.bulbil.tor.process.OnionService;
import org.bulbil.tor.process.TorFolder;
import org.bulbil.tor.process.TorrcLine;
import picocli.CommandLine.Option;

/** Whether the map is an onion service too, as typed. */
final class OnionOptions {

  @Option(
      names = "--onion",
      description =
          "Publishes it as an onion service by a tor of its own, whose keys are kept in the map's"
              + " folder; answers say where (Onion-Location).")
  private boolean isWanted;

  @Option(
      names = "--torrc",
      paramLabel = "LINE",
      description =
          "A line for that tor, where the network is not the public one: as relay_torrc in"
              + " sandbox.json. May be given several times.")
  private List<String> lines = List.of();

  /** What is published; nothing where nothing is wanted. */
  record Published(Optional<OnionService> service) implements AutoCloseable {

    Optional<URI> uri() {
      return service.map(OnionService::uri);
    }

    @Override
    public void close() {
      service.ifPresent(OnionService::close);
    }
  }

  /** Publishes the server that is about to listen at {@code address}, where that is wanted. */
  Published publish(InetSocketAddress address, Path folder, Time time)
      throws IOException, InterruptedException {
    if (!isWanted) {
      return new Published(Optional.empty());
    }
    if (address.getPort() == 0 || !address.getAddress().isLoopbackAddress()) {
      throw new Trouble("--onion needs a --port other than 0, on loopback");
    }
    var published =
        OnionService.publish(InstalledTor.find(), torFolder(folder), address, network(), time);
    return published
        .answer()
        .map(service -> new Published(Optional.of(service)))
        .orElseThrow(() -> new Trouble("no onion service: " + published.summary()));
  }

  private static TorFolder torFolder(Path folder) {
    try {
      return new TorFolder(folder.toAbsolutePath().normalize().resolve("tor"));
    } catch (IllegalArgumentException e) {
      throw new Trouble("--onion: " + e.getMessage());
    }
  }

  private List<TorrcLine> network() {
    try {
      return lines.stream().map(TorrcLine::new).toList();
    } catch (IllegalArgumentException e) {
      throw new Trouble("--torrc: " + e.getMessage());
    }
  }
}
