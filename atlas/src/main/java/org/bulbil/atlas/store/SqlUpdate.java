package org.bulbil.atlas.store;

import io.avaje.jsonb.Jsonb;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bulbil.atlas.document.BridgeDetails;
import org.bulbil.atlas.document.RelayDetails;
import org.bulbil.atlas.history.Chronicle;
import org.bulbil.atlas.network.Gift;
import org.bulbil.atlas.network.OwnPage;
import org.bulbil.atlas.network.Purse;
import org.bulbil.atlas.network.SourceHealth;
import org.bulbil.core.contact.BitcoinAddress;
import org.bulbil.tor.Fingerprint;

/**
 * One transaction. Rows that are as they were before are not written, so that an update costs what
 * it changes.
 */
final class SqlUpdate implements Update {

  private static final Jsonb JSON = Jsonb.instance();

  private static final int MEMORY_KEY_MAX = 100;
  private static final int MEMORY_BYTES_MAX = 64 << 10;

  private final Database database;
  private final Connection connection;
  private final Rows rows;
  private final Instant now;
  private final long number;
  private final Rows.Many histories;
  private final FamilyRows families;
  private boolean isOver;

  SqlUpdate(Database database, Instant now) {
    this.database = database;
    this.now = now;
    this.connection = database.write();
    this.rows = new Rows(connection);
    this.families = new FamilyRows(rows);
    try {
      this.number = 1 + rows.first("select number from edition", row -> row.getLong(1)).orElse(0L);
      this.histories = rows.many(Upserts.HISTORY);
    } catch (SQLException e) {
      close();
      throw database.cannot("change", e);
    }
  }

  @Override
  public void relays(Instant published, Collection<RelayDetails> relays) {
    changing(
        () -> {
          try (var changed = rows.many(Upserts.RELAY)) {
            for (var relay : relays) {
              changed.add(
                  relay.fingerprint(),
                  JSON.toJsonBytes(relay.withFamilies(null, null, null)),
                  families.keep(relay.effectiveFamily()),
                  families.keep(relay.allegedFamily()),
                  families.keep(relay.indirectFamily()),
                  number);
            }
            changed.send();
          }
          forget("relay", relays.stream().map(RelayDetails::fingerprint).toList());
          families.forgetUnused();
          rows.change("update edition set relays_published = ?", published.getEpochSecond());
        });
  }

  @Override
  public void bridges(Instant published, Collection<BridgeDetails> bridges) {
    changing(
        () -> {
          try (var changed = rows.many(Upserts.BRIDGE)) {
            for (var bridge : bridges) {
              changed.add(bridge.hashedFingerprint(), JSON.toJsonBytes(bridge), number);
            }
            changed.send();
          }
          forget("bridge", bridges.stream().map(BridgeDetails::hashedFingerprint).toList());
          rows.change("update edition set bridges_published = ?", published.getEpochSecond());
        });
  }

  private void forget(String table, Collection<String> kept) throws SQLException {
    var gone = new HashSet<>(rows.all("select fingerprint from " + table, row -> row.getString(1)));
    gone.removeAll(Set.copyOf(kept));
    try (var removed = rows.many("delete from " + table + " where fingerprint = ?")) {
      for (var fingerprint : gone) {
        removed.add(fingerprint);
      }
      removed.send();
    }
  }

  @Override
  public void document(String node, Chronicle chronicle, byte[] document) {
    changing(() -> histories.add(chronicle.toString(), node, document, now.getEpochSecond()));
  }

  @Override
  public void pages(Map<Fingerprint, OwnPage> pages) {
    changing(
        () -> {
          rows.change("delete from page");
          try (var added = rows.many("insert into page (fingerprint, page) values (?, ?)")) {
            for (var page : pages.entrySet()) {
              added.add(page.getKey().value(), JSON.toJsonBytes(PageMessage.of(page.getValue())));
            }
            added.send();
          }
        });
  }

  @Override
  public void purses(Map<BitcoinAddress, Purse> purses) {
    changing(
        () -> {
          rows.change("delete from purse");
          try (var added =
              rows.many(
                  "insert into purse (address, confirmed, unconfirmed, received, asked)"
                      + " values (?, ?, ?, ?, ?)")) {
            for (var entry : purses.entrySet()) {
              var purse = entry.getValue();
              added.add(
                  entry.getKey().text(),
                  purse.confirmed().value(),
                  purse.unconfirmed().value(),
                  purse.received().value(),
                  purse.asked().getEpochSecond());
            }
            added.send();
          }
        });
  }

  @Override
  public void gifts(Collection<Gift> gifts) {
    changing(
        () -> {
          try (var added = rows.many(Upserts.GIFT)) {
            for (var gift : gifts) {
              var height = gift.height().isPresent() ? (Integer) gift.height().getAsInt() : null;
              added.add(
                  gift.address().text(),
                  gift.txid(),
                  gift.amount().value(),
                  height,
                  gift.when().getEpochSecond());
            }
            added.send();
          }
        });
  }

  @Override
  public void withoutGifts(Collection<Gift> gone) {
    changing(
        () -> {
          try (var removed = rows.many("delete from gift where address = ? and txid = ?")) {
            for (var gift : gone) {
              removed.add(gift.address().text(), gift.txid());
            }
            removed.send();
          }
        });
  }

  @Override
  public void health(SourceHealth health) {
    changing(
        () -> {
          try (var told = rows.many(Upserts.HEALTH)) {
            told.add(
                health.name(),
                Moments.seconds(health.succeeded()),
                Moments.seconds(health.published()),
                Moments.seconds(health.failed()),
                health.words().orElse(null));
            told.send();
          }
        });
  }

  @Override
  public void remember(String key, byte[] value) {
    if (key.length() > MEMORY_KEY_MAX || value.length > MEMORY_BYTES_MAX) {
      throw new IllegalArgumentException(
          "a memory is at most %d bytes by a key of %d characters, not %d by %s"
              .formatted(MEMORY_BYTES_MAX, MEMORY_KEY_MAX, value.length, key));
    }
    changing(
        () -> {
          rows.change("delete from memory where name = ?", key);
          if (value.length > 0) {
            rows.change("insert into memory (name, value) values (?, ?)", key, value);
          }
        });
  }

  @Override
  public void publish() {
    changing(
        () -> {
          histories.send();
          Retention.enforce(rows, now);
          rows.change("update edition set number = ?", number);
          Database.commit(connection);
          isOver = true;
        });
  }

  /** A step that can fail. */
  private interface Step {
    void take() throws SQLException;
  }

  private void changing(Step step) {
    try {
      step.take();
    } catch (SQLException e) {
      throw database.cannot("change", e);
    }
  }

  @Override
  public void close() {
    try (connection) {
      if (!isOver) {
        isOver = true;
        Database.undo(connection);
      }
    } catch (SQLException e) {
      throw database.cannot("undo a change of", e);
    }
  }
}
