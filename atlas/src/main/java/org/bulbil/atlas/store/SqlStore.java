package org.bulbil.atlas.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.bulbil.atlas.history.Chronicle;
import org.bulbil.atlas.history.HistoryDocument;
import org.bulbil.atlas.history.Series;
import org.bulbil.atlas.network.Gift;
import org.bulbil.atlas.network.Snapshot;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.bulbil.core.money.Sats;
import org.bulbil.core.time.Time;

/** The map in SQLite or PostgreSQL. */
public final class SqlStore implements Store {

  private final Database database;
  private final SnapshotReader snapshots;
  private final Time time;

  private SqlStore(Database database, Chain chain, Time time) {
    this.database = database;
    this.snapshots = new SnapshotReader(chain);
    this.time = time;
  }

  /**
   * Opens or creates a store.
   *
   * @param place a file of SQLite, or a URL of PostgreSQL: {@code
   *     postgresql://user:password@host/database}
   * @param chain whose addresses are looked for in contact lines
   * @throws StoreException where it is another program's, or cannot be reached or written
   */
  public static SqlStore open(String place, Chain chain, Time time) {
    var database = Databases.open(place);
    try {
      Form.bringUpToDate(database);
      return new SqlStore(database, chain, time);
    } catch (StoreException e) {
      database.close();
      throw e;
    }
  }

  @Override
  public long newest() {
    return database.ask(
        rows -> rows.first("select number from edition", row -> row.getLong(1)).orElse(0L));
  }

  @Override
  public Snapshot snapshot() {
    return database.askTogether(snapshots::read);
  }

  @Override
  public List<Series> histories(String node, Chronicle chronicle) {
    return document(node, chronicle).map(HistoryDocument::series).orElse(List.of());
  }

  @Override
  public Optional<byte[]> document(String node, Chronicle chronicle) {
    return database.ask(
        rows ->
            rows.first(
                "select document from history where chronicle = ? and node = ?",
                row -> row.getBytes(1),
                chronicle.toString(),
                node));
  }

  @Override
  public Map<String, byte[]> documents(Collection<String> nodes, Chronicle chronicle) {
    if (nodes.size() > BATCH_MAX) {
      throw new IllegalArgumentException(
          "at most %d nodes in one question, not %d".formatted(BATCH_MAX, nodes.size()));
    }
    var found = HashMap.<String, byte[]>newHashMap(nodes.size());
    if (nodes.isEmpty()) {
      return found;
    }
    var marks = String.join(", ", Collections.nCopies(nodes.size(), "?"));
    var parameters = new Object[nodes.size() + 1];
    parameters[0] = chronicle.toString();
    System.arraycopy(nodes.toArray(), 0, parameters, 1, nodes.size());
    return database.ask(
        rows -> {
          rows.each(
              "select node, document from history where chronicle = ? and node in (" + marks + ")",
              row -> found.put(row.getString(1), row.getBytes(2)),
              parameters);
          return found;
        });
  }

  @Override
  public List<Gift> gifts(Optional<String> address, int count) {
    var which = address.isPresent() ? "where address = ? " : "";
    var sql =
        "select address, txid, amount, height, seen from gift "
            + which
            + "order by seen desc, txid, address limit ?";
    var parameters =
        address.map(text -> new Object[] {text, count}).orElseGet(() -> new Object[] {count});
    return database.ask(rows -> rows.all(sql, SqlStore::gift, parameters));
  }

  private static Gift gift(ResultSet row) throws SQLException {
    int height = row.getInt("height");
    var block = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(height);
    return new Gift(
        SnapshotReader.address(row.getString("address")),
        row.getString("txid"),
        Sats.of(row.getLong("amount")),
        block,
        Moments.moment(row, "seen"));
  }

  @Override
  public Optional<byte[]> memory(String key) {
    return database.ask(
        rows -> rows.first("select value from memory where name = ?", row -> row.getBytes(1), key));
  }

  @Override
  public Update update() {
    return new SqlUpdate(database, time.now());
  }

  @Override
  public void close() {
    database.close();
  }
}
