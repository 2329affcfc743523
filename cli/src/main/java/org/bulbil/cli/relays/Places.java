package org.bulbil.cli.relays;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.bulbil.agent.launch.LaunchFolder;
import org.bulbil.agent.launch.RelayList;
import org.bulbil.cli.console.Trouble;
import org.bulbil.core.contact.ContactInfo;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.contact.Heritage;
import org.bulbil.tor.directory.DirectoryClient;
import org.bulbil.tor.directory.ServerDescriptor;
import org.bulbil.wire.Http;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Which relays a command is about: named one by one, those of a launch, those of a directory. */
public final class Places {

  /** More relays than one table is of use for. */
  private static final int MOST = 2_000;

  @Option(
      names = "--directory",
      paramLabel = "URL",
      description =
          "All relays of ours that this directory authority lists. Of the public network, name"
              + " relays or a launch: its authorities are not there for us.")
  private @Nullable URI directory;

  @Option(
      names = "--family",
      paramLabel = "ID",
      description = "Of those, only the ones that declare this family.")
  private @Nullable String family;

  @Option(
      names = "--status-port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Where their status pages are (default ${DEFAULT-VALUE}).")
  private int port;

  /**
   * All of them; at least one, or a complaint that says what can be named.
   *
   * @param named status pages, folders of agents or of launches, as they were typed
   */
  public List<Place> find(CommandSpec spec, List<String> named, Http http) {
    var places = new ArrayList<Place>();
    for (var name : named) {
      places.addAll(
          launched(Path.of(name)).orElseGet(() -> List.of(StatusCommand.place(spec, name))));
    }
    Optional.ofNullable(directory).ifPresent(url -> places.addAll(listed(url, http)));
    if (places.isEmpty()) {
      throw new Trouble(
          "there is no relay to look at; name status pages, the folder of a launch, or --directory"
              + " URL");
    }
    return places.subList(0, Math.min(places.size(), MOST));
  }

  /** Those of the launch in {@code folder} that have a server; empty where that is none. */
  private static Optional<List<Place>> launched(Path folder) {
    try {
      return new LaunchFolder(folder).relays().map(Places::pages);
    } catch (IOException | RuntimeException e) {
      throw new Trouble("cannot read relays.json of " + folder + ": " + Trouble.inWords(e));
    }
  }

  private static List<Place> pages(RelayList launch) {
    return launch.relays().stream()
        .flatMap(relay -> relay.statusPage().stream())
        .<Place>map(Place.Page::new)
        .toList();
  }

  private List<Place> listed(URI authority, Http http) {
    var wanted = Optional.ofNullable(family).map(FamilyId::new);
    return new DirectoryClient(http)
            .descriptors(authority)
            .answer()
            .orElseThrow(() -> new Trouble("no directory answers at " + authority))
            .descriptors()
            .stream()
            .filter(isOurs(wanted))
            .map(relay -> Place.at(relay.address().getHostAddress(), port))
            .toList();
  }

  /** By its own words; whether it proves them is not asked here. */
  private static Predicate<ServerDescriptor> isOurs(Optional<FamilyId> wanted) {
    return relay -> {
      var heritage = ContactInfo.read(relay.contact()).heritage();
      return heritage.isPresent()
          && (wanted.isEmpty() || heritage.flatMap(Heritage::family).equals(wanted));
    };
  }
}
