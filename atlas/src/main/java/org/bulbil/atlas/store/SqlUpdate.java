package org.bulbil.atlas.store;

import io.avaje.jsonb.Jsonb;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
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
import org.jspecify.annotations.Nullable;

/**
 * One transaction. Rows that are as they were before are not written, so that an update costs what
 * it changes.
 */
final class SqlUpdate implements Update {

  private static final Jsonb JSON = Jsonb.instance();

  /** Of the digest by which a family is named: enough that no two are ever the same. */
  private static final int DIGEST_BYTES = 16;

  private static final int MEMORY_KEY_MAX = 100;
  private static final int MEMORY_BYTES_MAX = 64 << 10;

  private static final String RELAY =
      """
      insert into relay (fingerprint, details, effective, alleged, indirect, changed)
      values (?, ?, ?, ?, ?, ?)
      on conflict (fingerprint) do update set details = excluded.details,
        effective = excluded.effective, alleged = excluded.alleged,
        indirect = excluded.indirect, changed = excluded.changed
      where relay.details <> excluded.details
        or relay.effective is distinct from excluded.effective
        or relay.alleged is distinct from excluded.alleged
        or relay.indirect is distinct from excluded.indirect
      """;

  private static final String BRIDGE =
      """
      insert into bridge (fingerprint, details, changed) values (?, ?, ?)
      on conflict (fingerprint) do update set details = excluded.details, changed = excluded.changed
      where bridge.details <> excluded.details
      """;

  private static final String HISTORY =
      """
      insert into history (chronicle, node, document, written) values (?, ?, ?, ?)
      on conflict (chronicle, node) do update set document = excluded.document,
        written = excluded.written
      where history.document <> excluded.document
      """;

  private static final String GIFT =
      """
      insert into gift (address, txid, amount, height, seen) values (?, ?, ?, ?, ?)
      on conflict (address, txid) do update set amount = excluded.amount,
        height = excluded.height, seen = excluded.seen
      """;

  private static final String HEALTH =
      """
      insert into source (name, succeeded, published, failed, words) values (?, ?, ?, ?, ?)
      on conflict (name) do update set
        succeeded = coalesce(excluded.succeeded, source.succeeded),
        published = coalesce(excluded.published, source.published),
        failed = coalesce(excluded.failed, source.failed),
        words = coalesce(excluded.words, source.words)
      """;

  private final Database database;
  private final Connection connection;
  private final Rows rows;
  private final Instant now;
  private final long number;
  private final Rows.Many histories;
  private final Set<String> families = new HashSet<>();
  private boolean isOver;

  SqlUpdate(Database database, Instant now) {
    this.database = database;
    this.now = now;
    this.connection = database.write();
    this.rows = new Rows(connection);
    try {
      this.number = 1 + rows.first("select number from edition", row -> row.getLong(1)).orElse(0L);
      this.histories = rows.many(HISTORY);
    } catch (SQLException e) {
      close();
      throw database.cannot("change", e);
    }
  }

  @Override
  public void relays(Instant published, Collection<RelayDetails> relays) {
    changing(
        () -> {
          try (var changed = rows.many(RELAY)) {
            for (var relay : relays) {
              changed.add(
                  relay.fingerprint(),
                  JSON.toJsonBytes(relay.withFamilies(null, null, null)),
                  family(relay.effectiveFamily()),
                  family(relay.allegedFamily()),
                  family(relay.indirectFamily()),
                  number);
            }
            changed.send();
          }
          forget("relay", relays.stream().map(RelayDetails::fingerprint).toList());
          forgetFamilies();
          rows.change("update edition set relays_published = ?", published.getEpochSecond());
        });
  }

  /** Its digest; the list is kept where it is new. */
  private @Nullable String family(@Nullable List<String> members) throws SQLException {
    if (members == null) {
      return null;
    }
    var text = JSON.toJson(members);
    var digest = digest(text);
    if (families.add(digest)) {
      rows.change(
          "insert into family (digest, members) values (?, ?) on conflict do nothing",
          digest,
          text);
    }
    return digest;
  }

  private static String digest(String text) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      var hash = sha256.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private void forgetFamilies() throws SQLException {
    rows.change(
        """
        delete from family where digest not in (
          select effective from relay where effective is not null
          union select alleged from relay where alleged is not null
          union select indirect from relay where indirect is not null)
        """);
    families.clear();
  }

  @Override
  public void bridges(Instant published, Collection<BridgeDetails> bridges) {
    changing(
        () -> {
          try (var changed = rows.many(BRIDGE)) {
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
          try (var added = rows.many(GIFT)) {
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
          try (var told = rows.many(HEALTH)) {
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
