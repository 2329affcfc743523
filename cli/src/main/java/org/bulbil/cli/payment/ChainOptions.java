package org.bulbil.cli.payment;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.chain.esplora.EsploraSource;
import org.bulbil.cli.console.ChainServers;
import org.bulbil.wire.Http;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the chain is looked up. */
public final class ChainOptions {

  private static final Duration ANSWER_WAIT = Duration.ofSeconds(30);
  private static final int ANSWER_BYTES_MAX = 4 << 20;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--esplora",
      paramLabel = "URL",
      description = "A chain server; several must agree (default: two public ones).")
  private List<URI> esplora = List.of();

  /** A way to the servers; to be closed. */
  public Http http() {
    return new Http(new Http.Limits(ANSWER_WAIT, ANSWER_BYTES_MAX));
  }

  /**
   * The servers of {@code network}.
   *
   * @throws ParameterException where none is named and there is no public one
   */
  public List<ChainSource> sources(Network network, Http http) {
    var servers = esplora.isEmpty() ? ChainServers.of(network) : esplora;
    if (servers.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--esplora: " + network + " has no public server; name one");
    }
    return servers.stream().<ChainSource>map(url -> new EsploraSource(url, http)).toList();
  }
}
