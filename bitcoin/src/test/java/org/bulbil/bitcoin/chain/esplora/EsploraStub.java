package org.bulbil.bitcoin.chain.esplora;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.acinq.bitcoin.BlockHeader;
import fr.acinq.bitcoin.Transaction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bulbil.bitcoin.BlockHash;
import org.bulbil.bitcoin.LockingScript;
import org.bulbil.bitcoin.OutPoint;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.chain.HistoryPage;
import org.bulbil.bitcoin.chain.Sighting;
import org.bulbil.core.outcome.Outcome;

/**
 * Serves a chain source over HTTP in the words of Esplora's API document. It knows the scripts that
 * it was told of, and can be told to answer a path with anything else.
 */
final class EsploraStub implements AutoCloseable {

  /** A canned answer. */
  record Canned(int status, String body) {}

  private final HttpServer server;
  private final ChainSource chain;
  private final Map<String, LockingScript> scripts = new ConcurrentHashMap<>();
  private final Map<String, Canned> canned = new ConcurrentHashMap<>();
  private boolean listsWholeHeaders = true;

  EsploraStub(ChainSource chain) throws IOException {
    this.chain = chain;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  EsploraStub knowing(LockingScript... known) {
    for (var script : known) {
      scripts.put(script.sha256(), script);
    }
    return this;
  }

  /** From now on {@code path} is answered so. */
  void answer(String path, int status, String body) {
    canned.put(path, new Canned(status, body));
  }

  /** Lists blocks as old servers do, without version, bits and nonce. */
  void listBlocksInShort() {
    listsWholeHeaders = false;
  }

  private void handle(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var answer = Optional.ofNullable(canned.get(path));
    if (answer.isPresent()) {
      send(exchange, answer.get().status(), answer.get().body().getBytes(StandardCharsets.UTF_8));
      return;
    }
    switch (route(List.of(path.substring(1).split("/")), body)) {
      case Outcome.Done<byte[]>(byte[] bytes) -> send(exchange, 200, bytes);
      case Outcome.Refused<byte[]>(String why, int code) ->
          send(exchange, code, why.getBytes(StandardCharsets.UTF_8));
      case Outcome.Unknown<byte[]>(String cause) ->
          send(exchange, 503, cause.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Outcome<byte[]> route(List<String> path, String body) {
    return switch (path.getFirst()) {
      case "blocks" -> blocks(path).map(EsploraStub::text);
      case "block-height" ->
          header(Integer.parseInt(path.get(1))).map(h -> text(BlockHash.of(h).hex()));
      case "block" -> headerOf(path.get(1)).map(h -> text(hex(BlockHeader.write(h))));
      case "scripthash" -> history(path).map(EsploraStub::text);
      case "fee-estimates" ->
          chain
              .feeEstimates()
              .map(
                  rates ->
                      text(
                          rates.byTarget().entrySet().stream()
                              .map(
                                  rate ->
                                      "\"%d\":%s"
                                          .formatted(
                                              rate.getKey(), rate.getValue().satPerKvb() / 1000.0))
                              .collect(Collectors.joining(",", "{", "}"))));
      case "tx" -> path.size() == 1 ? broadcast(body) : transaction(path);
      default -> Outcome.refused("no such path", 404);
    };
  }

  private Outcome<byte[]> broadcast(String hex) {
    return chain.broadcast(Transaction.read(hex)).map(id -> text(id.hex()));
  }

  private Outcome<byte[]> transaction(List<String> path) {
    var id = new TxId(path.get(1));
    if (path.size() == 2) {
      return chain.status(id).map(seen -> text(json(seen)));
    }
    return switch (path.get(2)) {
      case "raw" -> chain.transaction(id).map(Transaction::write);
      case "merkle-proof" ->
          chain
              .merkleProof(id)
              .map(
                  proof ->
                      text(
                          "{\"block_height\":%d,\"merkle\":%s,\"pos\":%d}"
                              .formatted(
                                  proof.height(), quoted(proof.branch()), proof.position())));
      case "outspend" ->
          chain
              .spender(new OutPoint(id, Integer.parseInt(path.get(3))))
              .map(
                  spender ->
                      text(
                          spender
                              .map(
                                  seen ->
                                      "{\"spent\":true,\"txid\":\"%s\",\"vin\":0,\"status\":%s}"
                                          .formatted(seen.transaction(), status(seen)))
                              .orElse("{\"spent\":false}")));
      default -> Outcome.refused("no such path", 404);
    };
  }

  private Outcome<String> history(List<String> path) {
    var script = Optional.ofNullable(scripts.get(path.get(1)));
    if (script.isEmpty()) {
      return Outcome.done("[]");
    }
    if (path.getLast().equals("mempool")) {
      return chain
          .mempool(script.get())
          .map(
              ids ->
                  ids.stream()
                      .map(id -> json(new Sighting(id, Optional.empty())))
                      .collect(Collectors.joining(",", "[", "]")));
    }
    var after = path.size() > 4 ? Optional.of(new TxId(path.get(4))) : Optional.<TxId>empty();
    return chain
        .history(script.get(), after)
        .map(HistoryPage::sightings)
        .map(
            sightings ->
                sightings.stream()
                    .map(EsploraStub::json)
                    .collect(Collectors.joining(",", "[", "]")));
  }

  private Outcome<String> blocks(List<String> path) {
    return chain
        .tip()
        .map(
            tip -> {
              int last =
                  path.size() > 1
                      ? Math.min(tip.height(), Integer.parseInt(path.get(1)))
                      : tip.height();
              return IntStream.iterate(
                      last, height -> height >= 0 && height > last - 10, height -> height - 1)
                  .mapToObj(height -> block(height, header(height).answer().orElseThrow()))
                  .collect(Collectors.joining(",", "[", "]"));
            });
  }

  private String block(int height, BlockHeader header) {
    var parts =
        listsWholeHeaders
            ? ",\"version\":%d,\"bits\":%d,\"nonce\":%d"
                .formatted(header.version, header.bits, header.nonce)
            : "";
    return "{\"id\":\"%s\",\"height\":%d,\"timestamp\":%d,\"merkle_root\":\"%s\",\"previousblockhash\":\"%s\"%s,\"extras\":{\"pool\":[1,null]}}"
        .formatted(
            BlockHash.of(header),
            height,
            header.time,
            header.hashMerkleRoot.reversed().toHex(),
            BlockHash.before(header),
            parts);
  }

  private Outcome<BlockHeader> header(int height) {
    return chain
        .headers(height, 1)
        .flatMap(
            headers ->
                headers.isEmpty()
                    ? Outcome.refused("Block not found", 404)
                    : Outcome.done(headers.getFirst()));
  }

  private Outcome<BlockHeader> headerOf(String hash) {
    return chain
        .headers(0, 100_000)
        .map(
            headers ->
                headers.stream()
                    .filter(header -> BlockHash.of(header).hex().equals(hash))
                    .findFirst()
                    .orElseThrow());
  }

  private static String json(Sighting seen) {
    return "{\"txid\":\"%s\",\"version\":2,\"vin\":[{\"prevout\":null,\"witness\":[\"00\"]}],\"vout\":[{\"value\":1}],\"status\":%s}"
        .formatted(seen.transaction(), status(seen));
  }

  private static String status(Sighting seen) {
    return seen.block()
        .map(
            block ->
                "{\"confirmed\":true,\"block_height\":%d,\"block_hash\":\"%s\",\"block_time\":1}"
                    .formatted(block.height(), block.hash()))
        .orElse("{\"confirmed\":false}");
  }

  private static String quoted(List<String> texts) {
    return texts.stream()
        .map(text -> "\"" + text + "\"")
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
