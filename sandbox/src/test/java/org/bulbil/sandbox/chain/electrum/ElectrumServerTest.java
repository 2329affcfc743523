package org.bulbil.sandbox.chain.electrum;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acinq.bitcoin.BlockHeader;
import fr.acinq.bitcoin.Transaction;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bulbil.sandbox.chain.RegtestChain;
import org.bulbil.sandbox.chain.Town;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every method answers as the protocol says, and a subscriber is told without asking again. */
@Timeout(30)
class ElectrumServerTest {

  private final Town town = new Town(105);
  private final RegtestChain chain = town.chain;
  private final String script = town.donee.hash().value().reversed().toHex();
  private ElectrumServer server;
  private Socket socket;
  private BufferedReader in;

  @BeforeEach
  void connect() throws IOException {
    server = ElectrumServer.start(chain, Town.anyPort());
    socket = new Socket(server.address().getAddress(), server.address().getPort());
    socket.setSoTimeout(10_000);
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  @AfterEach
  void disconnect() throws IOException {
    socket.close();
    server.close();
  }

  private void send(String line) throws IOException {
    socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private String call(String method, String parameters) throws IOException {
    send("{\"id\":7,\"method\":\"" + method + "\",\"params\":[" + parameters + "]}");
    return in.readLine();
  }

  private String result(String method, String parameters) throws IOException {
    var start = "{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":";
    var answer = call(method, parameters);
    assertThat(answer).startsWith(start);
    return answer.substring(start.length(), answer.length() - 1);
  }

  @Test
  void itIntroducesItself() throws IOException {
    assertThat(result("server.version", "\"test\",\"1.4\""))
        .isEqualTo("[\"bulbil sandbox\",\"1.4\"]");
    assertThat(result("server.ping", "")).isEqualTo("null");
    assertThat(result("server.peers.subscribe", "")).isEqualTo("[]");
    assertThat(result("server.donation_address", "")).isEqualTo("\"\"");
    assertThat(result("server.banner", "")).contains("regtest");
    assertThat(result("server.features", ""))
        .contains("0f9188f13cb7b2c71f2a335e3a4fc328bf5beb436012afca590b1a11466e2206");
  }

  @Test
  void headersAreGivenAloneAndInRows() throws IOException {
    var tip = HexFormat.of().formatHex(BlockHeader.write(chain.tip().block().header));
    assertThat(result("blockchain.block.header", "105")).isEqualTo("\"" + tip + "\"");
    assertThat(result("blockchain.block.headers", "104,10"))
        .contains("\"count\":2")
        .contains(tip)
        .contains("\"max\":2016");
    assertThat(call("blockchain.block.header", "106")).contains("no block at that height");
    assertThat(result("blockchain.headers.subscribe", "")).contains("\"height\":105").contains(tip);
  }

  @Test
  void aHistoryGrowsFromWaitingToConfirmed() throws IOException {
    assertThat(result("blockchain.scripthash.get_history", quoted(script))).isEqualTo("[]");
    var payment = town.pay(5000);
    var fee = chain.transaction(payment.txid).orElseThrow().fee().value();
    assertThat(result("blockchain.scripthash.get_history", quoted(script)))
        .isEqualTo("[{\"tx_hash\":\"" + payment.txid + "\",\"height\":0,\"fee\":" + fee + "}]")
        .isEqualTo(result("blockchain.scripthash.get_mempool", quoted(script)));
    assertThat(result("blockchain.scripthash.get_balance", quoted(script)))
        .contains("\"confirmed\":0")
        .contains("\"unconfirmed\":5000");
    town.mine(1);
    assertThat(result("blockchain.scripthash.get_history", quoted(script)))
        .isEqualTo("[{\"tx_hash\":\"" + payment.txid + "\",\"height\":106}]");
    assertThat(result("blockchain.scripthash.listunspent", quoted(script)))
        .contains("\"value\":5000")
        .contains("\"height\":106");
  }

  @Test
  void aSubscriberIsToldOfBlocksAndPayments() throws IOException {
    assertThat(result("blockchain.scripthash.subscribe", quoted(script))).isEqualTo("null");
    result("blockchain.headers.subscribe", "");
    town.pay(5000);
    assertThat(in.readLine())
        .contains("\"method\":\"blockchain.scripthash.subscribe\"")
        .contains(script);
    town.mine(1);
    assertThat(in.readLine())
        .contains("\"method\":\"blockchain.headers.subscribe\"")
        .contains("\"height\":106");
    assertThat(in.readLine()).contains("blockchain.scripthash.subscribe");
    assertThat(result("blockchain.scripthash.unsubscribe", quoted(script))).isEqualTo("true");
    town.pay(6000);
    assertThat(result("server.ping", "")).as("nothing in between").isEqualTo("null");
  }

  @Test
  void transactionsAreGivenProvenAndTaken() throws IOException {
    var payment = town.pay(5000);
    var hex = HexFormat.of().formatHex(Transaction.write(payment));
    assertThat(result("blockchain.transaction.get", quoted(payment.txid))).isEqualTo(quoted(hex));
    assertThat(call("blockchain.transaction.get_merkle", quoted(payment.txid) + ",0"))
        .contains("is in no block");
    chain.evict(payment.txid);
    assertThat(result("blockchain.transaction.broadcast", quoted(hex)))
        .isEqualTo(quoted(payment.txid));
    town.mine(1);
    assertThat(result("blockchain.transaction.get_merkle", quoted(payment.txid) + ",106"))
        .contains("\"pos\":1")
        .contains(chain.tip().block().tx.getFirst().txid.toString());
    assertThat(result("blockchain.transaction.id_from_pos", "106,1"))
        .isEqualTo(quoted(payment.txid));
    assertThat(call("blockchain.transaction.broadcast", quoted("00"))).contains("TX decode failed");
    assertThat(call("blockchain.transaction.get", quoted("11".repeat(32)))).contains("No such");
  }

  @Test
  void feesAreToldInBitcoinPerKilobyte() throws IOException {
    assertThat(Double.parseDouble(result("blockchain.relayfee", ""))).isEqualTo(0.000001);
    assertThat(Double.parseDouble(result("blockchain.estimatefee", "2"))).isEqualTo(0.000001);
    town.pay(5000);
    assertThat(result("mempool.get_fee_histogram", "")).startsWith("[[2,");
  }

  @Test
  void aBatchIsAnsweredInOneLine() throws IOException {
    send("[{\"id\":1,\"method\":\"server.ping\"},{\"id\":\"b\",\"method\":\"nothing\"}]");
    assertThat(in.readLine())
        .startsWith("[{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":null}")
        .contains("\"id\":\"b\"")
        .contains("unknown method");
  }

  @Test
  void nonsenseIsAnsweredAndTooLongALineEndsIt() throws IOException {
    send("{nonsense");
    assertThat(in.readLine()).contains("-32700");
    send("[]");
    assertThat(in.readLine()).contains("-32600");
    assertThat(call("blockchain.scripthash.get_history", "\"zz\"")).contains("-32602");
    assertThat(call("blockchain.block.header", "-1")).contains("-32602");
    try {
      send("x".repeat((2 << 20) + 10));
      assertThat(in.readLine()).isNull();
    } catch (IOException e) {
      assertThat(e).as("the server hung up").isNotNull();
    }
  }

  private static String quoted(Object text) {
    return "\"" + text + "\"";
  }
}
