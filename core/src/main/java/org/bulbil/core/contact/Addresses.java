package org.bulbil.core.contact;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.bulbil.core.outcome.Outcome;

/**
 * The bitcoin addresses of a contact line, wherever in it they stand: only those whose checksum is
 * right, each once.
 *
 * @param found in the line's order
 * @param aliases OpenAlias names in its {@code btc} field; they are named and never looked up
 * @param rejected words that look like an address of the main network and are none
 */
public record Addresses(List<Found> found, List<String> aliases, List<Rejected> rejected) {

  /** A word: letters of any script, so that an address is never cut out of something longer. */
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}\\p{Cf}]{14,}");

  /** What stands before an address and says of which coins it is: {@code ltc:}, {@code LTC - }. */
  private static final Pattern LABEL = Pattern.compile("([A-Za-z]{2,12})[\\s:=>/-]{1,4}$");

  private static final Pattern FIELD = Pattern.compile("(?:^|\\s)btc:$", Pattern.CASE_INSENSITIVE);
  private static final Pattern URI =
      Pattern.compile("(?:^|[^A-Za-z0-9])bitcoin:(?://)?$", Pattern.CASE_INSENSITIVE);

  /** Characters before a word that can say what it is. */
  private static final int REACH = 17;

  private static final Pattern LIKE_ADDRESS =
      Pattern.compile("[13][1-9A-HJ-NP-Za-km-z]{25,34}|(?i:bc1)[A-Za-z0-9]{11,87}");

  /** Coins of which some addresses are written exactly like bitcoin's. */
  private static final Set<String> OTHER_COINS =
      Set.of("bch", "bitcoincash", "bsv", "btg", "ltc", "litecoin", "doge", "dogecoin", "dash");

  /** Where an address stands. */
  public enum Place {
    /** CIISS: {@code btc:ADDRESS}. */
    FIELD,
    /** BIP21 and BIP321: {@code bitcoin:ADDRESS}. */
    URI,
    /** Anywhere else. */
    TEXT;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** An address, and where it stands. */
  public record Found(BitcoinAddress address, Place place) {}

  /**
   * A word that must not be paid.
   *
   * @param text at most 90 letters and digits
   * @param why the rule that it breaks
   */
  public record Rejected(String text, String why) {}

  public Addresses {
    found = List.copyOf(found);
    aliases = List.copyOf(aliases);
    rejected = List.copyOf(rejected);
  }

  /** Reads a contact line as far as {@link ContactInfo} does; no content makes it fail. */
  public static Addresses in(String line) {
    var text = ContactInfo.bounded(line);
    var words = WORD.matcher(text).results().filter(word -> !isOfOtherCoin(text, word)).toList();
    return new Addresses(
        words.stream().flatMap(word -> found(text, word).stream()).filter(newAddress()).toList(),
        alias(text).stream().toList(),
        words.stream()
            .filter(word -> !isMailbox(text, word))
            .flatMap(word -> rejected(word.group()))
            .distinct()
            .toList());
  }

  /** Those to which coins of {@code chain} can be sent. */
  public List<BitcoinAddress> on(Chain chain) {
    return found.stream().map(Found::address).filter(address -> address.isOn(chain)).toList();
  }

  private static Predicate<Found> newAddress() {
    var seen = new HashSet<BitcoinAddress>();
    return found -> seen.add(found.address());
  }

  private static Optional<Found> found(String text, MatchResult word) {
    return BitcoinAddress.read(word.group())
        .answer()
        .map(address -> new Found(address, place(before(text, word))));
  }

  private static Place place(String before) {
    if (FIELD.matcher(before).find()) {
      return Place.FIELD;
    }
    return URI.matcher(before).find() ? Place.URI : Place.TEXT;
  }

  private static boolean isOfOtherCoin(String text, MatchResult word) {
    var label = LABEL.matcher(before(text, word));
    return label.find() && OTHER_COINS.contains(label.group(1).toLowerCase(Locale.ROOT));
  }

  private static boolean isMailbox(String text, MatchResult word) {
    return text.startsWith("@", word.end()) || text.startsWith("[]", word.end());
  }

  private static String before(String text, MatchResult word) {
    return text.substring(Math.max(0, word.start() - REACH), word.start());
  }

  private static Stream<Rejected> rejected(String word) {
    return LIKE_ADDRESS.matcher(word).matches()
            && BitcoinAddress.read(word) instanceof Outcome.Refused<BitcoinAddress>(String why, _)
        ? Stream.of(new Rejected(word, why))
        : Stream.empty();
  }

  private static Optional<String> alias(String text) {
    return Optional.ofNullable(ContactInfo.fields(text).get("btc")).filter(Field::isAlias);
  }
}
