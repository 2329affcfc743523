package org.bulbil.atlas.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bulbil.atlas.document.Timestamp;
import org.bulbil.atlas.ingest.DocumentsFolder;
import org.bulbil.atlas.ingest.Rounds;
import org.bulbil.atlas.store.SqlStore;
import org.bulbil.atlas.store.Store;
import org.bulbil.atlas.testing.Rooms;
import org.bulbil.atlas.testing.SharedData;
import org.bulbil.atlas.testing.Tree;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.bulbil.core.outcome.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The three relays and three bridges of Onionoo's own tests, as a details document that is read
 * from a folder into a store.
 */
final class OnionooFixture {

  /** How much stands in the document. */
  enum Form {
    /** As Onionoo writes it: addresses with ports, nothing that is null. */
    USUAL,
    /** As the cases have it: addresses without ports, null where nothing is known. */
    BARE
  }

  private final Form form;

  private OnionooFixture(Form form) {
    this.form = form;
  }

  /** A store in {@code folder} that has read the documents. */
  static Store store(Tree file, Form form, Path folder) throws IOException, InterruptedException {
    var documents = Files.createDirectories(folder.resolve("documents"));
    Files.write(documents.resolve("details.json"), new OnionooFixture(form).details(file));
    var time = Rooms.stopped(clock(file));
    var store = SqlStore.open(folder.resolve("atlas.db").toString(), Chain.MAINNET, time);
    var outcome = new Rounds(store, time).once(new DocumentsFolder(documents));
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return store;
  }

  static Tree file() throws IOException {
    return Tree.parse(SharedData.bytes("onionoo/resource-servlet-cases.json"));
  }

  static Instant clock(Tree file) {
    return Timestamp.read(file.get("test_time").text()).orElseThrow();
  }

  private byte[] details(Tree file) {
    var document = new LinkedHashMap<String, @Nullable Object>();
    document.put("version", "8.0");
    document.put("relays_published", file.get("relays_published").text());
    document.put("relays", file.get("relays").each().map(this::relay).toList());
    document.put("bridges_published", file.get("bridges_published").text());
    document.put("bridges", file.get("bridges").each().map(this::bridge).toList());
    return Jsonb.instance().toJson(document).getBytes(StandardCharsets.UTF_8);
  }

  private Map<String, @Nullable Object> relay(Tree relay) {
    var details = common(relay);
    details.put("fingerprint", relay.get("fingerprint").text());
    if (form == Form.USUAL) {
      details.put("last_changed_address_or_port", relay.get("first_seen").text());
    }
    details.put("consensus_weight", relay.get("consensus_weight").number());
    for (var text : List.of("country", "as", "as_name", "contact")) {
      put(details, text, relay.find(text).map(Tree::text));
    }
    for (var texts : List.of("verified_host_names", "unverified_host_names", "effective_family")) {
      put(details, texts, relay.find(texts).map(Tree::texts));
    }
    return details;
  }

  private Map<String, @Nullable Object> bridge(Tree bridge) {
    var details = common(bridge);
    details.put("hashed_fingerprint", bridge.get("hashed_fingerprint").text());
    return details;
  }

  private Map<String, @Nullable Object> common(Tree node) {
    var details = new LinkedHashMap<String, @Nullable Object>();
    details.put("nickname", node.get("nickname").text());
    var port = form == Form.USUAL ? ":9001" : "";
    details.put(
        "or_addresses",
        node.get("addresses").texts().stream().map(address -> address + port).toList());
    details.put("first_seen", node.get("first_seen").text());
    details.put("last_seen", node.get("last_seen").text());
    details.put("running", node.get("running").truth());
    details.put("flags", node.get("flags").texts());
    put(details, "version", node.find("version").map(Tree::text));
    put(details, "recommended_version", node.find("recommended_version").map(Tree::truth));
    put(details, "platform", node.find("os").map(os -> "Tor " + version(node) + " on " + os));
    return details;
  }

  private static String version(Tree node) {
    return node.find("version").map(Tree::text).orElse("0.1");
  }

  private void put(Map<String, @Nullable Object> details, String field, Optional<?> value) {
    if (value.isPresent() || form == Form.BARE) {
      details.put(field, value.orElse(null));
    }
  }
}
