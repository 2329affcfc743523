package org.bulbil.cli.tip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bitcoindevkit.Descriptor;
import org.bitcoindevkit.DescriptorSecretKey;
import org.bitcoindevkit.EsploraClient;
import org.bitcoindevkit.KeychainKind;
import org.bitcoindevkit.Mnemonic;
import org.bitcoindevkit.Network;
import org.bitcoindevkit.Persister;
import org.bitcoindevkit.Psbt;
import org.bulbil.atlas.demo.DemoWorld;
import org.bulbil.atlas.page.Giving;
import org.bulbil.atlas.page.Site;
import org.bulbil.atlas.server.AtlasServer;
import org.bulbil.atlas.store.LiveSnapshot;
import org.bulbil.atlas.store.SqlStore;
import org.bulbil.atlas.tip.Audit;
import org.bulbil.bitcoin.chain.esplora.EsploraSource;
import org.bulbil.cli.atlas.MapService;
import org.bulbil.cli.wiring.SystemTime;
import org.bulbil.sandbox.chain.Bdk;
import org.bulbil.wire.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A donor's whole way over the map's tip page: he sees the split, sends his wallet's public
 * descriptors, signs with a wallet that is not ours, and the chain pays what the files say.
 */
class MapTipIT {

  private static final String WORDS =
      "legal winner thank year wave sausage worth useful legal winner thank yellow";
  private static final String SPLIT = "sat=300000&among=all";

  @TempDir private Path folder;

  @Test
  void whatThePageShowsIsSignedPaidAndVerified() throws Exception {
    assumeThat(System.getProperty("os.arch"))
        .as("bdk-jvm has no native library for this machine: no second opinion")
        .isIn("amd64", "x86_64");
    var key = new DescriptorSecretKey(Network.REGTEST, Mnemonic.Companion.fromString(WORDS), null);
    var receive = Descriptor.Companion.newBip84(key, KeychainKind.EXTERNAL, Network.REGTEST);
    var change = Descriptor.Companion.newBip84(key, KeychainKind.INTERNAL, Network.REGTEST);
    try (var market = new Market();
        var http = new Http(Http.Limits.USUAL);
        var client = new EsploraClient(market.server().uri().toString(), null);
        var store = SqlStore.open(folder.resolve("m.db").toString(), DemoWorld.CHAIN, TIME);
        var map = map(market, store, http);
        var browser = HttpClient.newHttpClient()) {
      var wallet = Bdk.wallet(receive, change, Persister.Companion.newInMemory());
      market.give(Bdk.address(wallet, 0), 200_000);
      market.give(Bdk.address(wallet, 1), 250_000);
      var audit = keep(browser, map);
      var form =
          Map.of(
              "sat", "300000",
              "among", "all",
              "snapshot", audit.snapshotSha256(),
              "from", receive + "\n" + change,
              "fee_rate", "2",
              "as", "file");
      var answer = post(browser, map, form);
      assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(200);

      wallet.applyUpdate(Bdk.fullScan(client, wallet.startFullScan().build()));
      var psbt = new Psbt(Base64.getEncoder().encodeToString(answer.body()));
      assertThat(wallet.sign(psbt, null)).as("complete").isTrue();
      var payment = psbt.extractTx();
      client.broadcast(payment);
      var verify =
          new String[] {
            "tip", "verify", file().toString(), market.esplora(), "--txid=" + payment.computeTxid()
          };
      assertThat(market.bulbil(verify)).as("not in a block yet").isEqualTo(3);
      market.mine();
      assertThat(market.bulbil(verify)).as(market.out() + market.errors()).isZero();
      assertThat(Audit.read(Files.readAllBytes(file())).answer().orElseThrow().payment())
          .contains(payment.computeTxid().toString());
      assertThat(market.bulbil("tip", "verify", file().toString(), market.esplora())).isZero();
    }
  }

  private static final SystemTime TIME = new SystemTime();

  private Path file() {
    return folder.resolve("tip.json");
  }

  private static AtlasServer map(Market market, SqlStore store, Http http) throws IOException {
    assertThat(new DemoWorld(TIME).bringUpToDate(store).answer()).isPresent();
    var chain = new EsploraSource(market.server().uri(), http);
    var giving = new Giving(Optional.empty(), Optional.empty(), Optional.of(chain));
    var site = new Site(DemoWorld.CHAIN, Site.Kind.DEMO, Optional.empty());
    return new MapService(store, new LiveSnapshot(store, TIME), site, giving, TIME)
        .start(Market.anyPort(), Optional.empty());
  }

  /** The two files that the page tells the donor to keep. */
  private Audit keep(HttpClient browser, AtlasServer map) throws Exception {
    var json = get(browser, map, "/tip.json?" + SPLIT);
    Files.write(file(), json);
    Files.write(folder.resolve("tip.json.snapshot"), get(browser, map, "/tip.snapshot?" + SPLIT));
    return Audit.read(json).answer().orElseThrow();
  }

  private static byte[] get(HttpClient browser, AtlasServer map, String path) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(map.uri() + path)).build();
    return browser.send(request, BodyHandlers.ofByteArray()).body();
  }

  private static HttpResponse<byte[]> post(
      HttpClient browser, AtlasServer map, Map<String, String> fields) throws Exception {
    var body =
        fields.entrySet().stream()
            .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(URI.create(map.uri() + "/tip.psbt"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build();
    return browser.send(request, BodyHandlers.ofByteArray());
  }
}
