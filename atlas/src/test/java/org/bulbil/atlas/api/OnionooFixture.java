package org.bulbil.atlas.api;

import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bulbil.atlas.document.Timestamp;
import org.bulbil.atlas.network.Snapshot;
import org.bulbil.atlas.testing.Networks;
import org.bulbil.atlas.testing.SharedData;
import org.bulbil.atlas.testing.Tree;
import org.jspecify.annotations.Nullable;

/** The three relays and three bridges of Onionoo's own tests, as a details document. */
final class OnionooFixture {

  private OnionooFixture() {}

  static Tree file() throws IOException {
    return Tree.parse(SharedData.bytes("onionoo/resource-servlet-cases.json"));
  }

  static Instant clock(Tree file) {
    return Timestamp.read(file.get("test_time").text()).orElseThrow();
  }

  static Snapshot snapshot(Tree file) {
    return Networks.of(details(file));
  }

  static byte[] details(Tree file) {
    var document = new LinkedHashMap<String, @Nullable Object>();
    document.put("version", "8.0");
    document.put("relays_published", file.get("relays_published").text());
    document.put("relays", file.get("relays").each().map(OnionooFixture::relay).toList());
    document.put("bridges_published", file.get("bridges_published").text());
    document.put("bridges", file.get("bridges").each().map(OnionooFixture::bridge).toList());
    return Jsonb.instance().toJson(document).getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, @Nullable Object> relay(Tree relay) {
    var details = common(relay);
    details.put("fingerprint", relay.get("fingerprint").text());
    details.put("last_changed_address_or_port", relay.get("first_seen").text());
    details.put("consensus_weight", relay.get("consensus_weight").number());
    for (var text : List.of("country", "as", "as_name", "contact")) {
      relay.find(text).ifPresent(value -> details.put(text, value.text()));
    }
    for (var texts : List.of("verified_host_names", "unverified_host_names", "effective_family")) {
      relay.find(texts).ifPresent(value -> details.put(texts, value.texts()));
    }
    return details;
  }

  private static Map<String, @Nullable Object> bridge(Tree bridge) {
    var details = common(bridge);
    details.put("hashed_fingerprint", bridge.get("hashed_fingerprint").text());
    return details;
  }

  private static Map<String, @Nullable Object> common(Tree node) {
    var details = new LinkedHashMap<String, @Nullable Object>();
    details.put("nickname", node.get("nickname").text());
    var addresses = new ArrayList<String>();
    node.get("addresses").texts().forEach(address -> addresses.add(address + ":9001"));
    details.put("or_addresses", addresses);
    details.put("first_seen", node.get("first_seen").text());
    details.put("last_seen", node.get("last_seen").text());
    details.put("running", node.get("running").truth());
    details.put("flags", node.get("flags").texts());
    node.find("version").ifPresent(version -> details.put("version", version.text()));
    node.find("recommended_version")
        .ifPresent(known -> details.put("recommended_version", known.truth()));
    node.find("os")
        .ifPresent(
            os ->
                details.put(
                    "platform",
                    "Tor " + node.find("version").map(Tree::text).orElse("0.1") + " on " + os));
    return details;
  }
}
