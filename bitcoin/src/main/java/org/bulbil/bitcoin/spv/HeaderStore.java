package org.bulbil.bitcoin.spv;

import fr.acinq.bitcoin.BlockHeader;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.bulbil.bitcoin.BlockHash;
import org.bulbil.bitcoin.chain.Tip;
import org.bulbil.bitcoin.store.Column;
import org.bulbil.bitcoin.store.Form;
import org.bulbil.bitcoin.store.Log;
import org.bulbil.bitcoin.store.Medium.Span;
import org.bulbil.bitcoin.store.Store;

/**
 * The headers of our best chain on disk, by height and without gaps; the newest ones, and the
 * hashes that were asked for, also in memory.
 */
final class HeaderStore {

  /** Headers in memory: the deepest reorganisation we follow, and a few more. */
  private static final int RECENT_MAX = 128;

  /** Hashes in memory, one for each block with a transaction of ours: a few megabytes. */
  private static final int HASHES_MAX = 20_000;

  private static final Form<BlockHeader> FORM =
      new Form<>(
          "header",
          List.of(Column.bytes("raw")),
          header -> List.of(BlockHeader.write(header)),
          row -> BlockHeader.read(row.bytes("raw")));

  private final Store store;
  private final Log<BlockHeader> log;
  private final TreeMap<Integer, BlockHeader> recent = new TreeMap<>();
  private final TreeMap<Integer, BlockHash> hashes = new TreeMap<>();
  private Optional<Tip> tip = Optional.empty();
  private long seen = -1;
  private long forks;

  HeaderStore(Store store) {
    this.store = store;
    this.log = store.log(FORM);
  }

  Optional<Tip> tip() {
    return store.read(
        () -> {
          refresh();
          return tip;
        });
  }

  /** The height of the first header; 0 where there is none. */
  int birth() {
    return log.span().map(span -> (int) span.first()).orElse(0);
  }

  Optional<BlockHeader> at(int height) {
    return store.read(
        () -> {
          refresh();
          var known = recent.get(height);
          return known == null ? log.at(height) : Optional.of(known);
        });
  }

  /** Whether {@code block} is one of ours. */
  boolean holds(Tip block) {
    return store.read(
        () -> {
          refresh();
          return tip.filter(block::equals).isPresent()
              || hash(block.height()).filter(block.hash()::equals).isPresent();
        });
  }

  private Optional<BlockHash> hash(int height) {
    var known = Optional.ofNullable(hashes.get(height));
    return known.or(
        () -> {
          var fresh = at(height).map(BlockHash::of);
          fresh.ifPresent(hash -> hashes.put(height, hash));
          if (hashes.size() > HASHES_MAX) {
            hashes.pollFirstEntry();
          }
          return fresh;
        });
  }

  /** Our headers from {@code height} up. */
  List<BlockHeader> from(int height) {
    return log.from(height, Integer.MAX_VALUE);
  }

  /** How often headers of ours were replaced by others; one more tells that proofs may be void. */
  long forks() {
    return store.read(
        () -> {
          refresh();
          return forks;
        });
  }

  /** Puts {@code headers} in the place of everything from {@code height} up. */
  void replaceFrom(int height, List<BlockHeader> headers) {
    store.write(
        () -> {
          refresh();
          boolean forks = log.span().filter(span -> span.last() >= height).isPresent();
          log.replaceFrom(height, headers);
          if (!forks) {
            remember(height, headers);
          }
        });
  }

  private void remember(int height, List<BlockHeader> headers) {
    for (int i = Math.max(0, headers.size() - RECENT_MAX); i < headers.size(); i++) {
      recent.put(height + i, headers.get(i));
    }
    while (recent.size() > RECENT_MAX) {
      recent.pollFirstEntry();
    }
    tip = Optional.of(new Tip(height + headers.size() - 1, BlockHash.of(headers.getLast())));
    seen = log.version();
  }

  /** Forgets what is in memory where the disk has changed otherwise than by growing. */
  private void refresh() {
    if (seen != log.version()) {
      seen = log.version();
      forks++;
      recent.clear();
      hashes.clear();
      tip = log.span().map(Span::last).map(this::readTip);
    }
  }

  private Tip readTip(long last) {
    var header = log.at(last).orElseThrow();
    recent.put((int) last, header);
    return new Tip((int) last, BlockHash.of(header));
  }

  /** Puts {@code headers} below ours; the last of them is the one before our first. */
  void prepend(List<BlockHeader> headers) {
    store.write(
        () -> {
          log.prepend(headers);
          seen = log.version();
        });
  }
}
