package org.bulbil.bitcoin.spv;

import fr.acinq.bitcoin.BlockHeader;
import java.util.List;
import java.util.Optional;
import org.bulbil.bitcoin.BlockHash;
import org.bulbil.bitcoin.chain.Tip;
import org.bulbil.bitcoin.store.Sqlite;
import org.bulbil.bitcoin.store.Transaction;

/** The headers of our best chain on disk, by height and without gaps. */
final class HeaderStore {

  private final Sqlite file;

  HeaderStore(Sqlite file) {
    this.file = file;
  }

  Optional<Tip> tip() {
    return file.transact(
        transaction ->
            transaction.first(
                "select height, hash from header order by height desc limit 1",
                row -> new Tip(row.integer("height"), new BlockHash(row.text("hash")))));
  }

  /** The height of the first header; 0 where there is none. */
  int birth() {
    return file.transact(
        transaction -> (int) transaction.number("select min(height) as n from header"));
  }

  Optional<BlockHeader> at(int height) {
    return file.transact(
        transaction ->
            transaction.first(
                "select raw from header where height = ?",
                row -> BlockHeader.read(row.bytes("raw")),
                height));
  }

  /** Our headers from {@code height} up. */
  List<BlockHeader> from(int height) {
    return file.transact(
        transaction ->
            transaction.list(
                "select raw from header where height >= ? order by height",
                row -> BlockHeader.read(row.bytes("raw")),
                height));
  }

  /** Puts {@code headers} in the place of everything from {@code height} up. */
  void replaceFrom(int height, List<BlockHeader> headers) {
    file.write(
        transaction -> {
          transaction.update("delete from header where height >= ?", height);
          for (int i = 0; i < headers.size(); i++) {
            insert(transaction, height + i, headers.get(i));
          }
        });
  }

  /** Puts {@code headers} below ours; the last of them is the one before our first. */
  void prepend(int height, List<BlockHeader> headers) {
    file.write(
        transaction -> {
          for (int i = 0; i < headers.size(); i++) {
            insert(transaction, height + i, headers.get(i));
          }
        });
  }

  private static void insert(Transaction transaction, int height, BlockHeader header) {
    transaction.update(
        "insert into header (height, hash, raw) values (?, ?, ?)",
        height,
        BlockHash.of(header).hex(),
        BlockHeader.write(header));
  }
}
