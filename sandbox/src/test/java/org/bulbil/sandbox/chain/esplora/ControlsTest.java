package org.bulbil.sandbox.chain.esplora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.bulbil.sandbox.chain.Address;
import org.bulbil.sandbox.chain.RegtestChain;
import org.bulbil.sandbox.chain.Town;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person with curl can mine, reorganise, evict, pay, and break one server but not the other. */
class ControlsTest {

  private final Town town = new Town(105);
  private final RegtestChain chain = town.chain;
  private final Address donee = town.donee;
  private EsploraServer server;
  private EsploraServer other;
  private Visitor visitor;

  @BeforeEach
  void serve() throws IOException {
    server = town.esplora();
    other = town.esplora();
    visitor = new Visitor(server.uri(), Duration.ofMillis(700));
  }

  @AfterEach
  void stop() {
    visitor.close();
    server.close();
    other.close();
  }

  @Test
  void blocksAreMinedOnDemand() throws Exception {
    assertThat(visitor.post("/sandbox/mine", "").body()).startsWith("tip 106 ");
    assertThat(visitor.post("/sandbox/mine?blocks=3", "").body()).startsWith("tip 109 ");
    assertThat(visitor.post("/sandbox/mine?blocks=0", "").statusCode()).isEqualTo(400);
    assertThat(visitor.post("/sandbox/mine?blocks=many", "").body()).contains("whole number");
  }

  @Test
  void aBranchIsReplacedOnDemand() throws Exception {
    var before = chain.tip().id();
    assertThat(visitor.post("/sandbox/reorg?blocks=2", "").body()).startsWith("tip 106 ");
    assertThat(visitor.get("/block/" + before).statusCode()).isEqualTo(404);
    assertThat(visitor.post("/sandbox/reorg?blocks=900", "").statusCode()).isEqualTo(400);
  }

  @Test
  void theFaucetPaysAndAPaymentIsEvicted() throws Exception {
    var id = visitor.post("/sandbox/faucet?address=" + donee + "&sat=12345", "").body();
    assertThat(chain.receivedBy(donee))
        .extracting(it -> it.amount())
        .containsExactly(Sats.of(12345));
    assertThat(visitor.post("/sandbox/evict/" + id, "").statusCode()).isEqualTo(200);
    assertThat(chain.receivedBy(donee)).isEmpty();
    assertThat(visitor.post("/sandbox/evict/" + id, "").statusCode()).isEqualTo(404);
    assertThat(visitor.post("/sandbox/faucet?address=" + donee, "").body()).contains("how much");
    assertThat(visitor.post("/sandbox/faucet?sat=5&address=nobody", "").statusCode())
        .isEqualTo(400);
  }

  @Test
  void theFeeFloorRises() throws Exception {
    visitor.post("/sandbox/fee-floor?sat_per_vb=5", "");
    FeeRate floor = chain.read(view -> view.feeFloor());
    assertThat(floor).isEqualTo(FeeRate.ofSatPerVb(5));
    assertThat(visitor.tree("/fee-estimates").at("1").number()).isEqualTo(5);
    assertThat(visitor.post("/sandbox/fee-floor?sat_per_vb=lots", "").statusCode()).isEqualTo(400);
  }

  @Test
  void oneServerFailsAndTheOtherDoesNot() throws Exception {
    visitor.post("/sandbox/faults?errors=503", "");
    assertThat(visitor.get("/blocks/tip/height").statusCode()).isEqualTo(503);
    try (var elsewhere = new Visitor(other.uri(), Duration.ofSeconds(5))) {
      assertThat(elsewhere.text("/blocks/tip/height")).isEqualTo("105");
    }
    visitor.post("/sandbox/faults?none", "");
    assertThat(visitor.text("/blocks/tip/height")).isEqualTo("105");
  }

  @Test
  void aShareOfTheRequestsFails() throws Exception {
    visitor.post("/sandbox/faults?errors=429&percent=30", "");
    int failed = 0;
    for (int i = 0; i < 100; i++) {
      failed += visitor.get("/blocks/tip/height").statusCode() == 429 ? 1 : 0;
    }
    assertThat(failed).isBetween(15, 45);
    assertThat(visitor.post("/sandbox/faults?errors=200", "").statusCode()).isEqualTo(400);
    assertThat(visitor.post("/sandbox/faults", "").body()).contains("say which");
  }

  @Test
  void aSilentServerNeverAnswersButStillObeys() throws Exception {
    visitor.post("/sandbox/faults?silent", "");
    assertThatThrownBy(() -> visitor.get("/blocks/tip/height"))
        .isInstanceOf(HttpTimeoutException.class);
    visitor.post("/sandbox/faults?none", "");
    assertThat(visitor.text("/blocks/tip/height")).isEqualTo("105");
  }

  @Test
  void aSlowServerTakesItsTime() throws Exception {
    Instant before = town.time.now();
    visitor.post("/sandbox/faults?slow_ms=2000", "");
    visitor.text("/blocks/tip/height");
    assertThat(Duration.between(before, town.time.now())).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void manyVisitorsAreServedAtOnce() {
    var heights = IntStream.range(0, 200).parallel().mapToObj(_ -> height()).toList();
    assertThat(heights).containsOnly("105");
  }

  private String height() {
    try {
      return visitor.text("/blocks/tip/height");
    } catch (IOException e) {
      return e.toString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return e.toString();
    }
  }
}
