package org.bulbil.bitcoin.chain.esplora;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.chain.ChainSourceContract;
import org.bulbil.bitcoin.chain.FeeEstimates;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.wire.Http;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Esplora over HTTP keeps the contract, and whatever else it says is unknown. */
class EsploraSourceTest extends ChainSourceContract {

  private final Http http = new Http(new Http.Limits(Duration.ofSeconds(20), 1 << 20));
  private EsploraStub stub;
  private EsploraSource source;

  @BeforeEach
  void serve() throws IOException {
    stub = new EsploraStub(chain.source("behind")).knowing(address.lockingScript());
    source = new EsploraSource(stub.uri(), http);
  }

  @AfterEach
  void stop() {
    stub.close();
    http.close();
  }

  @Override
  protected ChainSource source() {
    return source;
  }

  @Test
  void headersComeOneByOneFromServersThatListBlocksInShort() {
    stub.listBlocksInShort();
    chain.mine(12);
    assertThat(done(source.headers(1, 50))).hasSize(13);
  }

  @Test
  void aServerWithoutTheShortListTellsTheMempoolByTheHistory() {
    var id = chain.fund(address, Sats.of(5000));
    stub.answer(path("/txs/mempool"), 404, "no such path");
    assertThat(done(source.mempool(address.lockingScript()))).containsExactly(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>busy</html>",
        "null",
        "{}",
        "[null]",
        "[{}]",
        "[{\"txid\":\"zz\"}]",
        "[{\"txid\":7,\"status\":{\"confirmed\":true}}]",
        "[[[[[[[[",
        "[{\"txid\":\"00\",\"status\":{\"confirmed\":true,\"block_height\":-1}}]",
        "[{\"status\":{\"confirmed\":true,\"block_height\":1e99}}]"
      })
  void nonsenseIsUnknown(String body) {
    stub.answer(path("/txs"), 200, body);
    stub.answer("/blocks", 200, body);
    stub.answer("/fee-estimates", 200, body.equals("{}") ? "[]" : body);
    assertThat(source.history(address.lockingScript(), Optional.empty()))
        .isInstanceOf(Outcome.Unknown.class);
    assertThat(source.tip()).isInstanceOf(Outcome.Unknown.class);
    assertThat(source.feeEstimates()).isInstanceOf(Outcome.Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"1\":-2}", "{\"1\":1e30}", "{\"x\":1}", "{\"1\":\"NaN\"}", "{\"1\":0}"})
  void absurdFeesAreUnknown(String body) {
    stub.answer("/fee-estimates", 200, body);
    assertThat(source.feeEstimates()).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void absurdFeesAmongSensibleOnesAreLeftOut() {
    stub.answer(
        "/fee-estimates", 200, "{\"1\":0,\"2\":3.5,\"3\":-1,\"6\":1e6,\"-4\":2,\"9999\":1}");
    assertThat(done(source.feeEstimates()))
        .isEqualTo(FeeEstimates.of(Map.of(2, new FeeRate(3500))));
  }

  @Test
  void bracketsWithoutEndAreUnknownAndDoNotBreakTheStack() {
    stub.answer("/fee-estimates", 200, "{\"x\":" + "[".repeat(1_000_000));
    assertThat(source.feeEstimates()).isInstanceOf(Outcome.Unknown.class);
    stub.answer("/blocks", 200, "[{\"x\":" + "[".repeat(1_000_000));
    assertThat(source.tip()).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void anotherTransactionThanAskedForIsUnknown() {
    var asked = chain.fund(address, Sats.of(5000));
    chain.fund(address, Sats.of(6000));
    stub.answer("/tx/" + asked + "/raw", 200, "anything");
    assertThat(source.transaction(asked)).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void aHistoryThatRepeatsItselfIsUnknown() {
    var id = chain.fundAndMine(address, Sats.of(5000));
    stub.answer(
        path("/txs/chain/" + id),
        200,
        "[{\"txid\":\"%s\",\"status\":{\"confirmed\":false}}]".formatted(id));
    assertThat(source.history(address.lockingScript(), Optional.of(id)))
        .isInstanceOf(Outcome.Unknown.class);
  }

  @ParameterizedTest
  @CsvSource({"429, true", "500, true", "502, true", "503, true", "302, true", "400, false"})
  void onlyARealRefusalIsOne(int status, boolean unknown) {
    var id = chain.fund(address, Sats.of(5000));
    var transaction = done(source.transaction(id));
    stub.answer("/tx", status, "sendrawtransaction RPC error: min relay fee not met");
    var answer = source.broadcast(transaction);
    assertThat(answer instanceof Outcome.Unknown<TxId>).isEqualTo(unknown);
    assertThat(answer.summary()).contains(unknown ? "" + status : "min relay fee");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sendrawtransaction RPC error: {\"code\":-27,\"message\":\"Transaction already in block chain\"}",
        "txn-already-in-mempool",
        "txn-already-known",
        "Transaction outputs already in utxo set"
      })
  void whatIsKnownAlreadyIsDone(String words) {
    var id = chain.fund(address, Sats.of(5000));
    var transaction = done(source.transaction(id));
    stub.answer("/tx", 400, words);
    assertThat(done(source.broadcast(transaction))).isEqualTo(id);
  }

  @Test
  void aBroadcastAnsweredByAnotherIdIsUnknown() {
    var transaction = done(source.transaction(chain.fund(address, Sats.of(5000))));
    stub.answer("/tx", 200, "00".repeat(32));
    assertThat(source.broadcast(transaction)).isInstanceOf(Outcome.Unknown.class);
  }

  private String path(String rest) {
    return "/scripthash/" + address.lockingScript().sha256() + rest;
  }
}
