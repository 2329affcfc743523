package org.bulbil.atlas.tip;

import io.avaje.jsonb.Jsonb;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.bulbil.atlas.document.RelayDetails;
import org.bulbil.atlas.network.OwnPage;
import org.bulbil.atlas.network.OwnPage.Proof;
import org.bulbil.atlas.network.Relay;
import org.bulbil.atlas.network.Snapshot;
import org.bulbil.atlas.testing.Networks;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.bulbil.core.money.Sats;
import org.bulbil.core.split.Rule;

/** Relays on paper, of 2026-02-22 13:00:00, and donations to them. */
final class Paper {

  static final Instant NOW = Instant.parse("2026-02-22T14:00:00Z");

  /** Addresses with right checksums, of several kinds (from BIPs and the genesis block). */
  static final String SEGWIT = "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq";

  static final String TAPROOT = "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0";
  static final String OLD = "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa";

  private Paper() {}

  /** An old relay in the network AS1, as far as {@code more} says nothing else: name, value, … */
  static Relay relay(int number, String contact, Object... more) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("nickname", "relay" + number);
    fields.put("fingerprint", "%040X".formatted(number));
    fields.put("or_addresses", List.of("10.%d.2.3:9001".formatted(number)));
    fields.put("last_seen", "2026-02-22 13:00:00");
    fields.put("first_seen", "2025-02-22 13:00:00");
    fields.put("running", true);
    fields.put("as", "AS" + number);
    fields.put("country", "de");
    fields.put("consensus_weight", 1000);
    fields.put("guard_probability", 0.01);
    fields.put("middle_probability", 0.01);
    fields.put("exit_probability", 0.0);
    fields.put("measured", true);
    fields.put("contact", contact);
    for (int i = 0; i < more.length; i += 2) {
      fields.put((String) more[i], more[i + 1]);
    }
    var json = Jsonb.instance();
    return Networks.relay(json.type(RelayDetails.class).fromJson(json.toJson(fields)));
  }

  /** The same with a page that shows a proof that was checked. */
  static Relay proven(Relay relay, String address) {
    var page =
        new OwnPage(
            URI.create("http://192.0.2.7:8080/"),
            NOW,
            Optional.of(address),
            new Proof.Verified(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of());
    return new Relay(
        relay.fingerprint(),
        relay.details(),
        relay.addresses(),
        relay.heritage(),
        Optional.of(page));
  }

  static Snapshot network(Relay... relays) {
    var all = new ArrayList<>(Arrays.asList(relays));
    all.sort(Comparator.comparing(Relay::fingerprint));
    var published = Instant.parse("2026-02-22T13:00:00Z");
    return new Snapshot(1, published, published, all, List.of(), Map.of(), List.of());
  }

  static Found find(Snapshot network, Choice choice) {
    return Choosing.find(network, Histories.NONE, Chain.MAINNET, choice, Rule.USUAL, NOW);
  }

  static Choice where(String name, String value) {
    return Choice.read(Optional.empty(), Map.of(name, value), OptionalInt.empty())
        .answer()
        .orElseThrow();
  }

  static Choice among(Choice.Among among) {
    return Choice.read(Optional.of(among), Map.of(), OptionalInt.empty()).answer().orElseThrow();
  }

  static Tip three() {
    return new Tip(
        find(network(relay(1, SEGWIT), relay(2, "btc:" + TAPROOT), relay(3, OLD)), Choice.USUAL));
  }

  static Audit audit(Tip tip, long sat) {
    return tip.split(Sats.of(sat), Rule.USUAL, Optional.empty(), "paper").answer().orElseThrow();
  }
}
