package org.bulbil.atlas.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bulbil.atlas.document.RelayDetails;
import org.bulbil.atlas.network.Relay;
import org.bulbil.core.contact.BitcoinAddress;

/**
 * A relay in a list.
 *
 * @param marks what it is, in words: {@code Guard}, {@code ours}
 * @param weight its share of the network
 * @param since how long it has been known
 * @param address the first one it names, in full; empty where it names none
 */
public record Row(
    String name,
    String href,
    boolean running,
    List<String> marks,
    Sketch sketch,
    String bandwidth,
    String weight,
    String country,
    String since,
    Optional<Runway> runway,
    String balance,
    String address) {

  static Row of(Relay relay, Board board, Sketch sketch, Frame frame, Instant now) {
    var details = relay.details();
    return new Row(
        Shown.name(details.nickname()),
        frame.links().to(Place.relay(relay.fingerprint())),
        details.running(),
        marks(relay),
        sketch,
        Words.unbroken(speed(details)),
        share(details),
        country(details),
        Words.moment(details.firstSeen())
            .map(first -> Words.unbroken(Words.span(Duration.between(first, now))))
            .orElse(""),
        Runway.of(relay, now, frame.site().day()),
        board.balance(relay).map(Words::bitcoins).orElse(""),
        relay.addresses().stream().findFirst().map(BitcoinAddress::text).orElse(""));
  }

  private static List<String> marks(Relay relay) {
    var marks = new java.util.ArrayList<String>();
    relay
        .heritage()
        .ifPresent(heritage -> marks.add("ours, generation " + heritage.lineage().generation()));
    if (Filter.isVerified(relay)) {
      marks.add("verified");
    }
    var flags = relay.details().flags();
    if (flags != null) {
      flags.stream()
          .filter(flag -> flag.matches("Exit|Guard|Authority|BadExit"))
          .forEach(marks::add);
    }
    return marks;
  }

  static String speed(RelayDetails details) {
    var advertised = details.advertisedBandwidth();
    return advertised == null ? "unknown" : Words.speed((double) advertised);
  }

  static String share(RelayDetails details) {
    var share = details.consensusWeightFraction();
    return share == null ? "unknown" : Words.percent(share);
  }

  static String country(RelayDetails details) {
    var code = details.country();
    if (code != null && code.matches("[a-zA-Z]{2}")) {
      return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }
    return Optional.ofNullable(details.countryName()).map(Shown::name).orElse("");
  }
}
