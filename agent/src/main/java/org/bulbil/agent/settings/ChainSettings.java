package org.bulbil.agent.settings;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.bulbil.bitcoin.Network;
import org.bulbil.core.money.FeeRate;

/**
 * Where Bitcoin is looked up.
 *
 * @param network which Bitcoin
 * @param esplora base URLs of Esplora servers; where there are several they must agree
 * @param block mean time between blocks
 * @param feeCap the highest fee rate ever paid
 */
public record ChainSettings(Network network, List<URI> esplora, Duration block, FeeRate feeCap) {
  public ChainSettings {
    esplora = List.copyOf(esplora);
    if (esplora.isEmpty()) {
      throw new IllegalArgumentException("at least one Esplora server is needed");
    }
  }
}
