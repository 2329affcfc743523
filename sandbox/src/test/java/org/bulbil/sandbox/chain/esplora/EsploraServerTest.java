package org.bulbil.sandbox.chain.esplora;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acinq.bitcoin.Block;
import fr.acinq.bitcoin.BlockHeader;
import fr.acinq.bitcoin.Transaction;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bulbil.core.money.Sats;
import org.bulbil.sandbox.chain.Address;
import org.bulbil.sandbox.chain.Payment;
import org.bulbil.sandbox.chain.RegtestChain;
import org.bulbil.sandbox.chain.SandboxPurse;
import org.bulbil.sandbox.chain.Town;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every endpoint answers as Esplora does: the same fields, and the same errors. */
class EsploraServerTest {

  private static final String NOWHERE = "11".repeat(32);

  private final Town town = new Town(120);
  private final RegtestChain chain = town.chain;
  private final SandboxPurse faucet = town.faucet;
  private final Address donee = town.donee;
  private EsploraServer server;
  private Visitor visitor;

  @BeforeEach
  void serve() throws IOException {
    server = town.esplora();
    visitor = new Visitor(server.uri(), Duration.ofSeconds(10));
  }

  @AfterEach
  void stop() {
    visitor.close();
    server.close();
  }

  @Test
  void theTipIsTold() throws Exception {
    assertThat(visitor.text("/blocks/tip/height")).isEqualTo("120");
    assertThat(visitor.text("/blocks/tip/hash")).isEqualTo(chain.tip().id().toString());
    assertThat(visitor.text("/block-height/120")).isEqualTo(chain.tip().id().toString());
    assertError(404, "Block not found", "/block-height/121");
    assertError(400, "Invalid height", "/block-height/tip");
  }

  @Test
  void tenBlocksAreOnAPage() throws Exception {
    var page = visitor.tree("/blocks").children().stream().map(it -> it.at("height").text());
    assertThat(page)
        .containsExactly("120", "119", "118", "117", "116", "115", "114", "113", "112", "111");
    assertThat(visitor.list("/blocks/3")).hasSize(4);
    assertThat(visitor.tree("/blocks/0").at(0).has("previousblockhash")).as("genesis").isFalse();
  }

  @Test
  void aBlockIsShownFromAllSides() throws Exception {
    var payment = town.pay(1000);
    town.mine(1);
    var tip = chain.tip();
    var path = "/block/" + tip.id();
    assertThat(visitor.object(path))
        .containsEntry("id", tip.id().toString())
        .containsEntry("height", 121L)
        .containsEntry("tx_count", 2L)
        .containsEntry("bits", 0x207fffffL)
        .containsEntry("difficulty", 4.6565423739069247e-10)
        .containsEntry("mediantime", tip.medianTimePast())
        .containsEntry("weight", (long) tip.weight())
        .containsKeys("version", "timestamp", "size", "merkle_root", "previousblockhash", "nonce");
    assertThat(BlockHeader.read(visitor.text(path + "/header")).hash).isEqualTo(tip.hash());
    assertThat(Block.read(visitor.get(path + "/raw").body()).hash).isEqualTo(tip.hash());
    assertThat(visitor.list(path + "/txids")).hasSize(2).contains(payment.txid.toString());
    assertThat(visitor.text(path + "/txid/1")).isEqualTo(payment.txid.toString());
    assertThat(visitor.list(path + "/txs")).hasSize(2);
    assertThat(visitor.object(path + "/status"))
        .isEqualTo(Map.of("in_best_chain", true, "height", 121L));
    assertError(404, "tx index out of range", path + "/txid/2");
    assertError(400, "start index", path + "/txs/7");
    assertError(404, "Block not found", "/block/" + NOWHERE);
    assertError(400, "Invalid hex string", "/block/xyz");
    assertThat(visitor.object("/block/" + NOWHERE + "/status"))
        .isEqualTo(Map.of("in_best_chain", false));
  }

  @Test
  void theSizeOfABlockIsThatOfItsBytes() throws Exception {
    town.pay(1000);
    town.mine(1);
    assertThat(visitor.get("/block/" + chain.tip().id() + "/raw").body())
        .hasSize(chain.tip().bytes());
  }

  @Test
  void aTransactionIsShownFromAllSides() throws Exception {
    var payment = town.pay(1000);
    var path = "/tx/" + payment.txid;
    assertThat(visitor.object(path + "/status")).isEqualTo(Map.of("confirmed", false));
    town.mine(1);
    var shown = visitor.object(path);
    assertThat(shown)
        .containsEntry("txid", payment.txid.toString())
        .containsEntry("version", 2L)
        .containsEntry("locktime", 0L)
        .containsEntry("weight", (long) payment.weight())
        .containsEntry("size", (long) payment.totalSize())
        .containsEntry("fee", chain.transaction(payment.txid).orElseThrow().fee().value())
        .containsEntry(
            "status",
            Map.of(
                "confirmed",
                true,
                "block_height",
                121L,
                "block_hash",
                chain.tip().id().toString(),
                "block_time",
                chain.tip().time().getEpochSecond()));
    var input = visitor.tree(path).at("vin", 0);
    assertThat(input.at("is_coinbase").value()).isEqualTo(false);
    assertThat(input.at("sequence").number()).isEqualTo(0xfffffffdL);
    assertThat(input.at("witness").children()).hasSize(2);
    var spent = input.at("prevout");
    assertThat(spent.at("value").number()).isEqualTo(5_000_000_000L);
    assertThat(spent.at("scriptpubkey_address").text()).isEqualTo(faucet.address().text());
    assertThat(spent.at("scriptpubkey_type").text()).isEqualTo("v0_p2wpkh");
    assertThat(spent.at("scriptpubkey_asm").text()).startsWith("OP_0 OP_PUSHBYTES_20 ");
    assertThat(HexFormat.of().parseHex(visitor.text(path + "/hex")))
        .isEqualTo(Transaction.write(payment))
        .isEqualTo(visitor.get(path + "/raw").body());
    assertError(404, "Transaction not found", "/tx/" + NOWHERE);
    assertError(404, "Transaction not found", "/tx/" + NOWHERE + "/status");
    assertError(400, "Invalid hex string", "/tx/123");
  }

  @Test
  void aCoinbaseHasNoPreviousOutput() throws Exception {
    var coinbase = visitor.tree("/tx/" + chain.tip().block().tx.getFirst().txid);
    assertThat(coinbase.at("vin", 0, "is_coinbase").value()).isEqualTo(true);
    assertThat(coinbase.at("vin", 0).has("prevout")).isFalse();
    assertThat(coinbase.at("fee").number()).isZero();
    assertThat(coinbase.at("vout", 1, "scriptpubkey_type").text()).isEqualTo("op_return");
  }

  @Test
  void itIsToldWhatSpendsAnOutput() throws Exception {
    var payment = town.pay(1000);
    var spent = payment.txIn.getFirst().outPoint;
    assertThat(visitor.object("/tx/" + spent.txid + "/outspend/" + spent.index))
        .isEqualTo(
            Map.of(
                "spent",
                true,
                "txid",
                payment.txid.toString(),
                "vin",
                0L,
                "status",
                Map.of("confirmed", false)));
    assertThat(visitor.list("/tx/" + payment.txid + "/outspends"))
        .hasSize(2)
        .containsOnly(Map.of("spent", false));
  }

  @Test
  void aProofLeadsToTheMerkleRoot() throws Exception {
    var many = IntStream.range(0, 6).mapToObj(i -> town.pay(1000 + i)).toList();
    assertError(404, "unconfirmed", "/tx/" + many.getFirst().txid + "/merkle-proof");
    town.mine(1);
    for (var payment : many) {
      var proof = visitor.tree("/tx/" + payment.txid + "/merkle-proof");
      assertThat(Proofs.root(payment.txid, proof))
          .isEqualTo(chain.tip().block().header.hashMerkleRoot);
      var block = visitor.text("/tx/" + payment.txid + "/merkleblock-proof");
      var verified = Block.verifyTxOutProof(HexFormat.of().parseHex(block));
      assertThat(verified.getFirst().hash).isEqualTo(chain.tip().hash());
      assertThat(verified.getSecond()).hasSize(1);
      assertThat(verified.getSecond().getFirst().getFirst().reversed())
          .isEqualTo(payment.txid.value);
    }
  }

  @Test
  void anAddressTellsItsTurnover() throws Exception {
    town.pay(1000);
    town.mine(1);
    town.pay(2000);
    var address = visitor.object("/address/" + donee);
    assertThat(address)
        .containsEntry("address", donee.text())
        .containsEntry("chain_stats", stats(1, 1000))
        .containsEntry("mempool_stats", stats(1, 2000));
    var hash = donee.hash().value().toHex();
    assertThat(visitor.object("/scripthash/" + hash))
        .containsEntry("scripthash", hash)
        .containsEntry("chain_stats", stats(1, 1000));
    assertThat(visitor.list("/address/" + donee + "/utxo"))
        .hasSize(2)
        .isEqualTo(visitor.list("/scripthash/" + hash + "/utxo"));
    assertError(
        400, "Invalid Bitcoin address", "/address/bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq");
  }

  private static Map<String, Object> stats(long count, long sum) {
    return Map.of(
        "funded_txo_count", count,
        "funded_txo_sum", sum,
        "spent_txo_count", 0L,
        "spent_txo_sum", 0L,
        "tx_count", count);
  }

  @Test
  void aHistoryComesInPagesOfTwentyFive() throws Exception {
    for (int i = 0; i < 60; i++) {
      town.pay(1000 + i);
      town.mine(1);
    }
    var waiting = town.pay(9999);
    var path = "/scripthash/" + donee.hash().value().toHex() + "/txs";
    var first = visitor.list(path);
    assertThat(first).hasSize(26);
    assertThat(id(first.getFirst())).isEqualTo(waiting.txid.toString());
    var second = visitor.list(path + "/chain/" + id(first.getLast()));
    var third = visitor.list(path + "/chain/" + id(second.getLast()));
    assertThat(second).hasSize(25);
    assertThat(third).hasSize(10);
    assertThat(visitor.list(path + "/chain/" + id(third.getLast()))).isEmpty();
    assertThat(visitor.list(path + "/mempool")).hasSize(1);
    assertThat(visitor.list("/address/" + donee + "/txs/chain")).isEqualTo(first.subList(1, 26));
    assertThat(visitor.list("/address/" + donee + "/txs/chain/" + NOWHERE)).isEmpty();
  }

  private static String id(Object transaction) {
    return String.valueOf(((Map<?, ?>) transaction).get("txid"));
  }

  @Test
  void theMempoolIsTold() throws Exception {
    var payment = town.pay(1000);
    var fee = chain.transaction(payment.txid).orElseThrow().fee().value();
    assertThat(visitor.object("/mempool"))
        .containsEntry("count", 1L)
        .containsEntry("total_fee", fee)
        .containsKeys("vsize", "fee_histogram");
    assertThat(visitor.list("/mempool/txids")).containsExactly(payment.txid.toString());
    assertThat(visitor.list("/mempool/recent")).hasSize(1);
    assertThat(visitor.object("/fee-estimates")).containsEntry("1", 0.1).containsKey("1008");
  }

  @Test
  void aTransactionIsTakenOnceAndRefusedWithItsReason() throws Exception {
    var payment = town.pay(1000);
    chain.evict(payment.txid);
    var hex = HexFormat.of().formatHex(Transaction.write(payment));
    assertThat(visitor.post("/tx", hex).body()).isEqualTo(payment.txid.toString());
    assertThat(visitor.post("/tx", hex).statusCode()).as("again").isEqualTo(200);
    town.mine(1);
    var late = visitor.post("/tx", hex);
    assertThat(late.statusCode()).isEqualTo(400);
    assertThat(late.body()).contains("\"code\":-27");
    var cheap = payment.updateOutputs(List.of(new Payment(donee, Sats.of(5)).output()));
    assertThat(visitor.post("/tx", HexFormat.of().formatHex(Transaction.write(cheap))).body())
        .startsWith("sendrawtransaction RPC error: {\"code\":-26,\"message\":\"bad-txns-inputs");
    assertThat(visitor.post("/tx", "00").body()).contains("TX decode failed");
    assertThat(visitor.post("/tx", "ab".repeat(600_000)).statusCode()).isEqualTo(413);
  }

  @Test
  void whatIsNotThereIsSaidClearly() throws Exception {
    assertError(404, "endpoint does not exist: /nothing", "/nothing");
    assertError(405, "/tx does not take GET", "/tx");
  }

  private void assertError(int status, String text, String path) throws Exception {
    var response = visitor.get(path);
    assertThat(response.statusCode()).as(path).isEqualTo(status);
    assertThat(new String(response.body(), java.nio.charset.StandardCharsets.UTF_8)).contains(text);
  }
}
