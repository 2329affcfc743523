package org.bulbil.atlas.store;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bulbil.atlas.document.BridgeDetails;
import org.bulbil.atlas.document.RelayDetails;
import org.bulbil.atlas.document.Shared;
import org.bulbil.atlas.network.OwnPage;
import org.bulbil.atlas.network.Purse;
import org.bulbil.atlas.network.Relay;
import org.bulbil.atlas.network.Snapshot;
import org.bulbil.atlas.network.SourceHealth;
import org.bulbil.core.contact.BitcoinAddress;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.bulbil.core.money.Sats;
import org.bulbil.tor.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * Makes snapshots of the tables. Of relays it reads only what has changed since its former
 * snapshot, and takes the others from there.
 */
final class SnapshotReader {

  private static final Jsonb JSON = Jsonb.instance();
  private static final JsonType<RelayDetails> RELAY = JSON.type(RelayDetails.class);
  private static final JsonType<BridgeDetails> BRIDGE = JSON.type(BridgeDetails.class);
  private static final JsonType<PageMessage> PAGE = JSON.type(PageMessage.class);
  private static final JsonType<List<String>> MEMBERS = JSON.type(String.class).list();

  private final Chain chain;
  private Snapshot former = Snapshot.empty();

  SnapshotReader(Chain chain) {
    this.chain = chain;
  }

  /** The newest; {@code rows} show one moment. */
  synchronized Snapshot read(Rows rows) throws SQLException {
    former =
        rows.first(
                "select number, relays_published, bridges_published from edition",
                edition ->
                    edition.getLong("number") == former.number() ? former : read(rows, edition))
            .orElseThrow(() -> new StoreException("the map's store says of no update"));
    return former;
  }

  private Snapshot read(Rows rows, ResultSet edition) throws SQLException {
    return new Snapshot(
        edition.getLong("number"),
        Moments.moment(edition, "relays_published"),
        Moments.moment(edition, "bridges_published"),
        relays(rows),
        bridges(rows),
        purses(rows),
        sources(rows));
  }

  private List<Relay> relays(Rows rows) throws SQLException {
    var changed = changedRelays(rows);
    var pages = pages(rows);
    var contacts = new Contacts(chain);
    return rows.all(
        "select fingerprint from relay order by fingerprint",
        row -> {
          var fingerprint = new Fingerprint(row.getString(1));
          return relay(
              fingerprint,
              Optional.ofNullable(changed.get(fingerprint)),
              Optional.ofNullable(pages.get(fingerprint)),
              contacts);
        });
  }

  private Relay relay(
      Fingerprint fingerprint,
      Optional<RelayDetails> changed,
      Optional<OwnPage> page,
      Contacts contacts) {
    var known = former.relay(fingerprint);
    var details = changed.or(() -> known.map(Relay::details)).orElseThrow();
    if (known
        .filter(relay -> relay.details().equals(details) && relay.page().equals(page))
        .isPresent()) {
      return known.get();
    }
    var said = contacts.read(details.contact());
    return new Relay(fingerprint, details, said.addresses(), said.heritage(), page);
  }

  private Map<Fingerprint, RelayDetails> changedRelays(Rows rows) throws SQLException {
    var shared = new Shared();
    var families = families(rows, shared);
    var changed = new HashMap<Fingerprint, RelayDetails>();
    rows.each(
        "select details, effective, alleged, indirect from relay where changed > ?",
        row -> {
          var details =
              RELAY
                  .fromJson(row.getBytes("details"))
                  .withFamilies(
                      family(families, row.getString("effective")),
                      family(families, row.getString("alleged")),
                      family(families, row.getString("indirect")));
          var relay = shared.relay(details);
          changed.put(new Fingerprint(relay.fingerprint()), relay);
        },
        former.number());
    return changed;
  }

  private static @Nullable List<String> family(
      Map<String, List<String>> families, @Nullable String digest) {
    return digest == null ? null : Objects.requireNonNull(families.get(digest));
  }

  private static Map<String, List<String>> families(Rows rows, Shared shared) throws SQLException {
    var families = new HashMap<String, List<String>>();
    rows.each(
        "select digest, members from family",
        row -> families.put(row.getString(1), shared.list(MEMBERS.fromJson(row.getString(2)))));
    return families;
  }

  private static List<BridgeDetails> bridges(Rows rows) throws SQLException {
    return rows.all(
        "select details from bridge order by fingerprint", row -> BRIDGE.fromJson(row.getBytes(1)));
  }

  private static Map<Fingerprint, OwnPage> pages(Rows rows) throws SQLException {
    var pages = new HashMap<Fingerprint, OwnPage>();
    rows.each(
        "select fingerprint, page from page",
        row ->
            pages.put(new Fingerprint(row.getString(1)), PAGE.fromJson(row.getBytes(2)).ownPage()));
    return pages;
  }

  private static Map<BitcoinAddress, Purse> purses(Rows rows) throws SQLException {
    var purses = new HashMap<BitcoinAddress, Purse>();
    rows.each(
        "select address, confirmed, unconfirmed, received, asked from purse",
        row ->
            purses.put(
                address(row.getString("address")),
                new Purse(
                    Sats.of(row.getLong("confirmed")),
                    Sats.of(row.getLong("unconfirmed")),
                    Sats.of(row.getLong("received")),
                    Moments.moment(row, "asked"))));
    return purses;
  }

  static BitcoinAddress address(String text) {
    return BitcoinAddress.read(text)
        .answer()
        .orElseThrow(() -> new StoreException("the map's store holds a wrong address: " + text));
  }

  private static List<SourceHealth> sources(Rows rows) throws SQLException {
    return rows.all(
        "select name, succeeded, published, failed, words from source order by name",
        row ->
            new SourceHealth(
                row.getString("name"),
                Moments.perhaps(row, "succeeded"),
                Moments.perhaps(row, "published"),
                Moments.perhaps(row, "failed"),
                Optional.ofNullable(row.getString("words"))));
  }
}
