package org.bulbil.atlas.store;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.bulbil.atlas.document.BridgeDetails;
import org.bulbil.atlas.document.RelayDetails;
import org.bulbil.atlas.history.Chronicle;
import org.bulbil.atlas.network.Gift;
import org.bulbil.atlas.network.OwnPage;
import org.bulbil.atlas.network.Purse;
import org.bulbil.atlas.network.SourceHealth;
import org.bulbil.core.contact.BitcoinAddress;
import org.bulbil.tor.Fingerprint;

/** A change of the map that is seen whole or not at all; closing it unpublished undoes it. */
public interface Update extends AutoCloseable {

  /** All relays of a consensus; those that are not among them are forgotten. */
  void relays(Instant published, Collection<RelayDetails> relays);

  /** All bridges; those that are not among them are forgotten. */
  void bridges(Instant published, Collection<BridgeDetails> bridges);

  /**
   * A relay's or bridge's histories, instead of former ones.
   *
   * @param node see {@link Store#histories}
   * @param document the JSON object of Onionoo's protocol, UTF-8
   */
  void document(String node, Chronicle chronicle, byte[] document);

  /** All relays' own pages; those that are not among them are forgotten. */
  void pages(Map<Fingerprint, OwnPage> pages);

  /** All purses; those that are not among them are forgotten. */
  void purses(Map<BitcoinAddress, Purse> purses);

  /** Adds gifts; those that are known already are kept once, with the newest height. */
  void gifts(Collection<Gift> gifts);

  /** Takes gifts out again that the chain no longer has, as after a reorganisation. */
  void withoutGifts(Collection<Gift> gone);

  /**
   * Keeps what only a source reads again ({@link Store#memory}), instead of what was there.
   *
   * @param key at most 100 characters; begins with a word for the source
   * @param value at most 64 kB; nothing, to forget it
   */
  void remember(String key, byte[] value);

  /** News of a source; what is empty here stays as it was. */
  void health(SourceHealth health);

  /** Makes it all visible. */
  void publish();

  @Override
  void close();
}
