package org.bulbil.bitcoin.chain.esplora;

import fr.acinq.bitcoin.BlockHeader;
import fr.acinq.bitcoin.Transaction;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.bulbil.bitcoin.BlockHash;
import org.bulbil.bitcoin.LockingScript;
import org.bulbil.bitcoin.OutPoint;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.chain.FeeEstimates;
import org.bulbil.bitcoin.chain.HistoryPage;
import org.bulbil.bitcoin.chain.MerkleProof;
import org.bulbil.bitcoin.chain.Sighting;
import org.bulbil.bitcoin.chain.Tip;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.wire.Http;

/** A chain source over Esplora's HTTP API, such as {@code https://blockstream.info/api}. */
public final class EsploraSource implements ChainSource {

  /** Confirmed transactions on a full page. */
  private static final int PAGE = 25;

  /** Blocks on a page of {@code /blocks}. */
  private static final int BLOCKS = 10;

  /** More entries than any honest page has. */
  private static final int ENTRIES_MAX = 1000;

  /** How nodes say that they have a transaction already. */
  private static final Pattern ALREADY =
      Pattern.compile(
          "already.{0,4}(in.{0,5}(mempool|block.?chain|utxo)|known)|outputs already in utxo set");

  private final EsploraClient client;
  private final String name;

  /**
   * @param base the API's address, without a slash at its end
   */
  public EsploraSource(URI base, Http http) {
    this.client = new EsploraClient(base, http);
    this.name = base.getAuthority();
  }

  @Override
  public String name() {
    return name;
  }

  /** From the list of the newest blocks, so that height and hash belong together. */
  @Override
  public Outcome<Tip> tip() {
    return client.get(
        "/blocks",
        EsploraClient.BLOCKS,
        blocks ->
            few(blocks).stream()
                .map(BlockMessage::tip)
                .max(Comparator.comparingInt(Tip::height))
                .orElseThrow(() -> new IllegalArgumentException("a chain without a block")));
  }

  @Override
  public Outcome<List<BlockHeader>> headers(int from, int count) {
    var headers = new ArrayList<BlockHeader>();
    while (headers.size() < count) {
      int next = from + headers.size();
      var read = page(next, Math.min(BLOCKS, count - headers.size()));
      if (!(read instanceof Outcome.Done<List<BlockHeader>>(List<BlockHeader> more))) {
        return read;
      }
      if (more.isEmpty()) {
        break;
      }
      headers.addAll(more);
    }
    return Outcome.done(List.copyOf(headers));
  }

  /** The headers of up to ten blocks from one list, or one header alone where that does not do. */
  private Outcome<List<BlockHeader>> page(int from, int count) {
    var listed =
        client.get(
            "/blocks/" + (from + count - 1),
            EsploraClient.BLOCKS,
            blocks -> consecutive(few(blocks), from, count));
    return listed.answer().filter(headers -> !headers.isEmpty()).isPresent()
        ? listed
        : single(from);
  }

  private static List<BlockHeader> consecutive(List<BlockMessage> blocks, int from, int count) {
    var byHeight = new TreeMap<Integer, BlockHeader>();
    blocks.forEach(
        block -> block.header().ifPresent(header -> byHeight.put(block.height(), header)));
    var headers = new ArrayList<BlockHeader>();
    for (int height = from; height < from + count && byHeight.containsKey(height); height++) {
      headers.add(byHeight.get(height));
    }
    return List.copyOf(headers);
  }

  private Outcome<List<BlockHeader>> single(int height) {
    var header =
        client
            .get("/block-height/" + height)
            .flatMap(reply -> EsploraClient.sensible(() -> new BlockHash(reply.text().strip())))
            .flatMap(this::header);
    return header instanceof Outcome.Refused<BlockHeader>
        ? Outcome.done(List.of())
        : header.map(List::of);
  }

  /** The header of a block, which has that hash; refused where the server knows none. */
  public Outcome<BlockHeader> header(BlockHash hash) {
    return client
        .get("/block/" + hash + "/header")
        .flatMap(reply -> EsploraClient.sensible(() -> read(reply.text().strip(), hash)));
  }

  private static BlockHeader read(String hex, BlockHash hash) {
    if (hex.length() != 160) {
      throw new IllegalArgumentException("a header of " + hex.length() + " digits");
    }
    var header = BlockHeader.read(HexFormat.of().parseHex(hex));
    if (!BlockHash.of(header).equals(hash)) {
      throw new IllegalArgumentException("another header than that of " + hash);
    }
    return header;
  }

  @Override
  public Outcome<HistoryPage> history(LockingScript script, Optional<TxId> after) {
    var path =
        "/scripthash/" + script.sha256() + "/txs" + after.map(last -> "/chain/" + last).orElse("");
    return client.get(path, EsploraClient.TRANSACTIONS, list -> page(few(list), after));
  }

  private static HistoryPage page(List<TransactionMessage> list, Optional<TxId> after) {
    var sightings = list.stream().map(TransactionMessage::sighting).toList();
    if (sightings.stream()
        .map(Sighting::transaction)
        .anyMatch(id -> after.equals(Optional.of(id)))) {
      throw new IllegalArgumentException("a history that repeats itself");
    }
    var confirmed = sightings.stream().filter(Sighting::isConfirmed).toList();
    return new HistoryPage(
        sightings,
        confirmed.size() < PAGE
            ? Optional.empty()
            : Optional.of(confirmed.getLast().transaction()));
  }

  /** Where a server lacks the short list, the history's first page tells the same. */
  @Override
  public Outcome<List<TxId>> mempool(LockingScript script) {
    var listed =
        client.get(
            "/scripthash/" + script.sha256() + "/txs/mempool",
            EsploraClient.TRANSACTIONS,
            list -> unconfirmed(page(few(list), Optional.empty())));
    return listed instanceof Outcome.Refused<List<TxId>>
        ? history(script, Optional.empty()).map(EsploraSource::unconfirmed)
        : listed;
  }

  private static List<TxId> unconfirmed(HistoryPage page) {
    return page.sightings().stream()
        .filter(sighting -> !sighting.isConfirmed())
        .map(Sighting::transaction)
        .toList();
  }

  @Override
  public Outcome<Transaction> transaction(TxId id) {
    return client
        .get("/tx/" + id + "/raw")
        .flatMap(reply -> EsploraClient.sensible(() -> read(reply.body(), id)));
  }

  private static Transaction read(byte[] raw, TxId id) {
    var transaction = parse(raw);
    if (!TxId.of(transaction).equals(id)) {
      throw new IllegalArgumentException("another transaction than " + id);
    }
    Sats.sum(transaction.txOut.stream().map(output -> Sats.of(output.amount.toLong())).toList());
    return transaction;
  }

  private static Transaction parse(byte[] raw) {
    try {
      return Transaction.read(raw);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("bytes that are no transaction", e);
    }
  }

  @Override
  public Outcome<MerkleProof> merkleProof(TxId id) {
    return client.get("/tx/" + id + "/merkle-proof", EsploraClient.PROOF, ProofMessage::proof);
  }

  @Override
  public Outcome<FeeEstimates> feeEstimates() {
    return client.get("/fee-estimates", EsploraClient.RATES, EsploraSource::estimates);
  }

  /** Those that can be; a server whose estimates are all absurd has not answered. */
  private static FeeEstimates estimates(Map<String, BigDecimal> rates) {
    if (rates.size() > ENTRIES_MAX) {
      throw new IllegalArgumentException(rates.size() + " fee estimates");
    }
    var byTarget = new TreeMap<Integer, FeeRate>();
    rates.forEach(
        (target, rate) ->
            estimate(rate).ifPresent(sane -> byTarget.put(Integer.valueOf(target), sane)));
    byTarget.keySet().removeIf(target -> target < 1 || target > FeeEstimates.TARGET_MAX);
    if (byTarget.isEmpty() && !rates.isEmpty()) {
      throw new IllegalArgumentException("no fee estimate that can be one");
    }
    return new FeeEstimates(byTarget);
  }

  private static Optional<FeeRate> estimate(BigDecimal rate) {
    try {
      return Optional.of(FeeRate.ofSatPerVb(rate));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public Outcome<TxId> broadcast(Transaction transaction) {
    var id = TxId.of(transaction);
    var answer = client.post("/tx", HexFormat.of().formatHex(Transaction.write(transaction)));
    if (answer instanceof Outcome.Refused<?>(String why, int _) && isKnown(why)) {
      return Outcome.done(id);
    }
    return answer.flatMap(
        reply ->
            reply.text().strip().equals(id.hex())
                ? Outcome.done(id)
                : Outcome.unknown("another answer to a broadcast than its id"));
  }

  private static boolean isKnown(String why) {
    return ALREADY.matcher(why.toLowerCase(Locale.ROOT)).find();
  }

  /** Asks for the whole: Esplora's own status calls an unknown transaction unconfirmed. */
  @Override
  public Outcome<Sighting> status(TxId id) {
    return client.get("/tx/" + id, EsploraClient.TRANSACTION, TransactionMessage::sighting);
  }

  @Override
  public Outcome<Optional<Sighting>> spender(OutPoint point) {
    return client.get(
        "/tx/" + point.transaction() + "/outspend/" + point.index(),
        EsploraClient.SPENDER,
        SpenderMessage::sighting);
  }

  private static <T> List<T> few(List<T> entries) {
    if (entries.size() > ENTRIES_MAX) {
      throw new IllegalArgumentException("a list of " + entries.size());
    }
    return entries;
  }
}
