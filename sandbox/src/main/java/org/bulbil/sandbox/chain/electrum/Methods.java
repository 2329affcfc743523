package org.bulbil.sandbox.chain.electrum;

import fr.acinq.bitcoin.BlockHeader;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxId;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bulbil.core.money.FeeRate;
import org.bulbil.sandbox.chain.RegtestChain;
import org.bulbil.sandbox.chain.Submission;
import org.bulbil.sandbox.chain.ledger.ChainView;
import org.bulbil.sandbox.chain.ledger.Located;
import org.bulbil.sandbox.chain.ledger.MempoolEntry;
import org.bulbil.sandbox.chain.ledger.MinedBlock;
import org.bulbil.sandbox.chain.ledger.Place;
import org.bulbil.sandbox.chain.ledger.ScriptHash;
import org.bulbil.sandbox.chain.ledger.Unspent;
import org.bulbil.sandbox.chain.rules.MerklePath;
import org.bulbil.sandbox.chain.rules.Regtest;

/**
 * The methods of the protocol, for one client. A result is null, a text, a number, a list or map.
 */
final class Methods {

  /** Headers in one answer, as ElectrumX gives: a difficulty period. */
  private static final int MAX_HEADERS = 2016;

  private static final String PROTOCOL = "1.4";
  private static final String SERVER = "bulbil sandbox";
  private static final double SATS_PER_BITCOIN = 1e8;

  private final RegtestChain chain;
  private final Subscriptions subscriptions;
  private final Map<String, Function<Parameters, Object>> byName;

  Methods(RegtestChain chain, Subscriptions subscriptions) {
    this.chain = chain;
    this.subscriptions = subscriptions;
    this.byName =
        Map.ofEntries(
            Map.entry("server.version", _ -> List.of(SERVER, PROTOCOL)),
            Map.entry("server.banner", _ -> "A regtest chain. Nothing here is worth anything."),
            Map.entry("server.donation_address", _ -> ""),
            Map.entry("server.peers.subscribe", _ -> List.of()),
            Map.entry("server.ping", _ -> Rpc.NULL),
            Map.entry("server.features", _ -> features()),
            Map.entry("blockchain.headers.subscribe", _ -> subscribeHeaders()),
            Map.entry("blockchain.block.header", this::header),
            Map.entry("blockchain.block.headers", this::headers),
            Map.entry("blockchain.estimatefee", this::estimate),
            Map.entry("blockchain.relayfee", _ -> perKilobyte(chain.read(ChainView::feeFloor))),
            Map.entry("blockchain.scripthash.get_history", it -> history(it.scriptHash(0))),
            Map.entry("blockchain.scripthash.get_mempool", it -> waiting(it.scriptHash(0))),
            Map.entry("blockchain.scripthash.get_balance", it -> balance(it.scriptHash(0))),
            Map.entry("blockchain.scripthash.listunspent", it -> unspent(it.scriptHash(0))),
            Map.entry("blockchain.scripthash.subscribe", it -> subscribe(it.scriptHash(0))),
            Map.entry(
                "blockchain.scripthash.unsubscribe", it -> subscriptions.unwatch(it.scriptHash(0))),
            Map.entry("blockchain.transaction.broadcast", this::broadcast),
            Map.entry("blockchain.transaction.get", this::transaction),
            Map.entry("blockchain.transaction.get_merkle", this::proof),
            Map.entry("blockchain.transaction.id_from_pos", this::atPosition),
            Map.entry("mempool.get_fee_histogram", _ -> histogram()));
  }

  Object call(String method, Parameters parameters) {
    var found = byName.get(method);
    if (found == null) {
      throw new RpcError(RpcError.UNKNOWN_METHOD, "unknown method \"" + method + "\"");
    }
    return found.apply(parameters);
  }

  private static Map<String, Object> features() {
    return Map.of(
        "genesis_hash",
        Regtest.GENESIS.blockId.toString(),
        "hosts",
        Map.of(),
        "protocol_max",
        PROTOCOL,
        "protocol_min",
        PROTOCOL,
        "server_version",
        SERVER,
        "hash_function",
        "sha256");
  }

  private Object subscribeHeaders() {
    subscriptions.watchHeaders();
    return tip(chain.tip());
  }

  static Map<String, Object> tip(MinedBlock block) {
    return Map.of("height", block.height(), "hex", hex(block));
  }

  private Object header(Parameters parameters) {
    return chain
        .read(view -> view.block(parameters.number(0)))
        .map(Methods::hex)
        .orElseThrow(() -> new RpcError(RpcError.BAD_REQUEST, "no block at that height"));
  }

  private Object headers(Parameters parameters) {
    int start = parameters.number(0);
    int wanted = Math.min(parameters.number(1), MAX_HEADERS);
    var found =
        chain.read(
            view ->
                IntStream.range(start, start + wanted)
                    .mapToObj(view::block)
                    .flatMap(Optional::stream)
                    .map(Methods::hex)
                    .toList());
    return Map.of("count", found.size(), "hex", String.join("", found), "max", MAX_HEADERS);
  }

  private static String hex(MinedBlock block) {
    return HexFormat.of().formatHex(BlockHeader.write(block.block().header));
  }

  private Object estimate(Parameters parameters) {
    int blocks = Math.max(1, parameters.number(0));
    return perKilobyte(chain.read(view -> view.feeEstimate(blocks)));
  }

  /** Bitcoins for 1,000 virtual bytes. */
  private static double perKilobyte(FeeRate rate) {
    return rate.satPerKvb() / SATS_PER_BITCOIN;
  }

  private Object history(ScriptHash script) {
    return chain.read(view -> Status.history(view, script)).stream()
        .map(Status.Item::json)
        .toList();
  }

  private Object waiting(ScriptHash script) {
    return chain.read(view -> Status.waiting(view, script)).stream()
        .map(Status.Item::json)
        .toList();
  }

  private Object balance(ScriptHash script) {
    return chain.read(
        view -> {
          var confirmed = view.turnover(script);
          var waiting = view.waitingTurnover(script);
          return Map.of(
              "confirmed", confirmed.funded().value() - confirmed.spent().value(),
              "unconfirmed", waiting.funded().value() - waiting.spent().value());
        });
  }

  private Object unspent(ScriptHash script) {
    return chain.read(view -> view.unspent(script)).stream().map(Methods::json).toList();
  }

  private static Map<String, Object> json(Unspent unspent) {
    var coin = unspent.coin();
    return Map.of(
        "tx_hash",
        coin.outPoint().txid.toString(),
        "tx_pos",
        coin.outPoint().index,
        "height",
        unspent.isConfirmed() ? coin.height() : 0,
        "value",
        coin.amount().value());
  }

  private Object subscribe(ScriptHash script) {
    // One moment for both: a change in between would never be told.
    return chain.read(
        view -> {
          var status = Status.of(view, script);
          subscriptions.watch(script, status);
          return Rpc.orNull(status);
        });
  }

  private Object broadcast(Parameters parameters) {
    return switch (chain.submit(parse(parameters.text(0)))) {
      case Submission.Accepted(TxId id) -> id.toString();
      case Submission.AlreadyKnown(TxId id) -> id.toString();
      case Submission.Rejected(String reason) ->
          throw new RpcError(
              RpcError.BAD_REQUEST, "the transaction was rejected by network rules.\n\n" + reason);
    };
  }

  private static Transaction parse(String hex) {
    try {
      return Transaction.read(HexFormat.of().parseHex(hex.strip()));
    } catch (RuntimeException e) { // The library throws whatever broken bytes lead to.
      throw new RpcError(RpcError.BAD_REQUEST, "TX decode failed");
    }
  }

  private Object transaction(Parameters parameters) {
    if (parameters.flag(1)) {
      throw new RpcError(RpcError.BAD_REQUEST, "verbose transactions are unsupported");
    }
    var found = located(parameters.txid(0));
    return HexFormat.of().formatHex(Transaction.write(found.transaction()));
  }

  private Located located(TxId id) {
    return chain
        .transaction(id)
        .orElseThrow(
            () -> new RpcError(RpcError.DAEMON_ERROR, "No such mempool or blockchain transaction"));
  }

  private Object proof(Parameters parameters) {
    var id = parameters.txid(0);
    return chain.read(
        view ->
            view.transaction(id)
                .filter(it -> it.place() instanceof Place.Confirmed)
                .map(it -> proof(view, (Place.Confirmed) it.place()))
                .orElseThrow(() -> new RpcError(RpcError.BAD_REQUEST, id + " is in no block")));
  }

  private static Object proof(ChainView view, Place.Confirmed place) {
    var transactions = view.block(place.height()).orElseThrow().block().tx;
    var siblings =
        MerklePath.siblings(transactions, place.position()).stream()
            .map(hash -> hash.reversed().toHex())
            .toList();
    return Map.of("block_height", place.height(), "pos", place.position(), "merkle", siblings);
  }

  private Object atPosition(Parameters parameters) {
    int position = parameters.number(1);
    return chain
        .read(view -> view.block(parameters.number(0)))
        .map(block -> block.block().tx)
        .filter(transactions -> position < transactions.size())
        .map(transactions -> transactions.get(position).txid.toString())
        .orElseThrow(() -> new RpcError(RpcError.BAD_REQUEST, "no transaction at that place"));
  }

  /** Pairs of sat/vB and virtual bytes, the dearest first. */
  private Object histogram() {
    return chain.read(ChainView::mempool).stream()
        .collect(
            Collectors.groupingBy(
                entry -> entry.satPerKvb() / 1000,
                Collectors.summingLong(MempoolEntry::virtualSize)))
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey(Comparator.reverseOrder()))
        .map(entry -> List.of(entry.getKey(), entry.getValue()))
        .toList();
  }
}
