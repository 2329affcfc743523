package org.bulbil.cli.sandbox;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Jsonb;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bulbil.sandbox.network.SandboxNetwork;
import org.bulbil.sandbox.world.ChainServices;
import org.bulbil.sandbox.world.Market;
import org.jspecify.annotations.Nullable;

/**
 * Where the services of a sandbox are, for people at the start and for other programs in {@code
 * sandbox.json}. What does not run is left out.
 *
 * @param esplora base URLs; both serve the same chain
 * @param electrum host:port, in the clear
 * @param beneficiary the address of every last will
 * @param directory base URLs of the authorities' documents
 * @param socks host:port of the Tor client
 * @param website what can be fetched through the network
 * @param relayTorrc what makes another tor a relay of this network
 * @param atlas base URL of the map
 * @param terms what a launch into this world must know; only of a whole world
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record ServicesFile(
    @Nullable String provider,
    List<String> esplora,
    @Nullable String electrum,
    @Nullable String beneficiary,
    List<String> directory,
    @Nullable String socks,
    @Nullable String website,
    List<String> relayTorrc,
    @Nullable String atlas,
    @Nullable WorldTerms terms) {

  private static final Jsonb JSON = Jsonb.instance();
  private static final String NAME = "sandbox.json";

  static final ServicesFile NOTHING =
      new ServicesFile(null, List.of(), null, null, List.of(), null, null, List.of(), null, null);

  ServicesFile with(ChainServices chain) {
    return new ServicesFile(
        provider,
        chain.esplora().stream().map(URI::toString).toList(),
        endpoint(chain.electrum()),
        beneficiary,
        directory,
        socks,
        website,
        relayTorrc,
        atlas,
        terms);
  }

  ServicesFile with(Market market) {
    var chain = with(market.chain());
    return new ServicesFile(
        market.provider().uri().toString(),
        chain.esplora,
        chain.electrum,
        market.beneficiary().text(),
        directory,
        socks,
        website,
        relayTorrc,
        atlas,
        terms);
  }

  ServicesFile with(SandboxNetwork network) {
    return new ServicesFile(
        provider,
        esplora,
        electrum,
        beneficiary,
        network.authorities().stream().map(URI::toString).toList(),
        endpoint(network.socks()),
        network.website().toString(),
        network.relayLines().stream().map(line -> line.text()).toList(),
        atlas,
        terms);
  }

  ServicesFile with(WorldTerms world) {
    return new ServicesFile(
        provider,
        esplora,
        electrum,
        beneficiary,
        directory,
        socks,
        website,
        relayTorrc,
        atlas,
        world);
  }

  ServicesFile withAtlas(URI map) {
    return new ServicesFile(
        provider,
        esplora,
        electrum,
        beneficiary,
        directory,
        socks,
        website,
        relayTorrc,
        map.toString(),
        terms);
  }

  /** Reads {@code sandbox.json}. */
  public static ServicesFile parse(String json) {
    return JSON.type(ServicesFile.class).fromJson(json);
  }

  private static String endpoint(InetSocketAddress address) {
    return address.getHostString() + ":" + address.getPort();
  }

  Path writeTo(WorkFolder folder) {
    return folder.write(NAME, JSON.toJson(this) + "\n");
  }

  /** One line for each service. */
  List<String> lines() {
    return Stream.of(
            line("provider", provider),
            line("esplora", esplora.isEmpty() ? null : String.join(" and ", esplora)),
            line("electrum", electrum == null ? null : electrum + " (no TLS)"),
            line("directory", directory.isEmpty() ? null : String.join(" ", directory)),
            line("socks", socks),
            line("website", website),
            line("atlas", atlas))
        .flatMap(found -> found)
        .toList();
  }

  private static Stream<String> line(String name, @Nullable String value) {
    return value == null ? Stream.empty() : Stream.of("%-10s %s".formatted(name, value));
  }
}
