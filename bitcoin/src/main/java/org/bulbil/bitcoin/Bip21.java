package org.bulbil.bitcoin;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;

/**
 * A payment link, {@code bitcoin:ADDRESS?amount=0.00123456&label=…} (BIP21).
 *
 * @param amount empty where the payer chooses
 * @param label what the payee calls itself, for people
 * @param message what the payment is for, for people
 */
public record Bip21(
    Address address, Optional<Sats> amount, Optional<String> label, Optional<String> message) {

  private static final String SCHEME = "bitcoin:";

  /** Longer ones hold no more than an address, an amount and a few words. */
  private static final int LENGTH_MAX = 2000;

  /** Bitcoins with up to eight decimals; no sign, no exponent, no grouping. */
  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,8}(\\.[0-9]{1,8})?");

  /**
   * The link that {@code uri} spells.
   *
   * @throws IllegalArgumentException naming the part and the rule that it breaks
   */
  public static Bip21 parse(String uri, Network network) {
    if (uri.length() > LENGTH_MAX) {
      throw broken(uri, "it is longer than " + LENGTH_MAX + " characters");
    }
    if (!uri.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw broken(uri, "it does not start with " + SCHEME);
    }
    var rest = uri.substring(SCHEME.length());
    int question = rest.indexOf('?');
    var address = Address.parse(question < 0 ? rest : rest.substring(0, question), network);
    return fields(uri, question < 0 ? "" : rest.substring(question + 1)).of(address);
  }

  /** As {@link #parse}, for text from outside: a broken rule is a refusal. */
  public static Outcome<Bip21> read(String uri, Network network) {
    try {
      return Outcome.done(parse(uri, network));
    } catch (IllegalArgumentException e) {
      return Outcome.refused(String.valueOf(e.getMessage()), 0);
    }
  }

  private static Fields fields(String uri, String query) {
    var fields = new Fields(uri);
    for (var field : query.split("&", -1)) {
      if (!field.isEmpty()) {
        fields.take(field);
      }
    }
    return fields;
  }

  private static IllegalArgumentException broken(String uri, String rule) {
    var shown = uri.length() <= 120 ? uri : uri.substring(0, 120) + "…";
    return new IllegalArgumentException("'" + shown + "' is not a payment link: " + rule);
  }

  /** The link, with the amount as a decimal number of bitcoins. */
  @Override
  public String toString() {
    return SCHEME + address + amount.map(sats -> "?amount=" + bitcoins(sats)).orElse("");
  }

  private static String bitcoins(Sats amount) {
    return BigDecimal.valueOf(amount.value(), 8).toPlainString();
  }

  /** What the query has said so far. */
  private static final class Fields {
    private final String uri;
    private final Set<String> seen = new HashSet<>();
    private Optional<Sats> amount = Optional.empty();
    private Optional<String> label = Optional.empty();
    private Optional<String> message = Optional.empty();

    Fields(String uri) {
      this.uri = uri;
    }

    void take(String field) {
      int equals = field.indexOf('=');
      var key = (equals < 0 ? field : field.substring(0, equals)).toLowerCase(Locale.ROOT);
      var value = decoded(equals < 0 ? "" : field.substring(equals + 1));
      if (!seen.add(key)) {
        throw broken(uri, "it says '" + key + "' twice");
      }
      switch (key) {
        case "amount" -> amount = Optional.of(amount(value));
        case "label" -> label = Optional.of(value);
        case "message" -> message = Optional.of(value);
        default -> ignoreUnlessRequired(key);
      }
    }

    private void ignoreUnlessRequired(String key) {
      if (key.startsWith("req-")) {
        throw broken(uri, "it requires '" + key + "', which is not known here (BIP21)");
      }
    }

    private Sats amount(String value) {
      if (!AMOUNT.matcher(value).matches()) {
        throw broken(uri, "the amount '" + value + "' is not bitcoins with up to eight decimals");
      }
      return Sats.of(new BigDecimal(value).movePointRight(8).longValueExact());
    }

    private String decoded(String value) {
      try {
        return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(broken(uri, "a % escape is cut").getMessage(), e);
      }
    }

    Bip21 of(Address address) {
      return new Bip21(address, amount, label, message);
    }
  }
}
