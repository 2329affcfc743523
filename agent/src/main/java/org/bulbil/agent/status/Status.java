package org.bulbil.agent.status;

import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Locale;
import org.bulbil.core.money.Cents;

/**
 * Everything that a relay says of itself. The names are those of the JSON; amounts are satoshis or
 * US cents, spans are days of rent, instants are ISO 8601.
 *
 * @param work what the server is for
 * @param decision what the newest heartbeat decided, and {@code why}
 * @param reserve what is kept before anything is given to a child, and what is expected of donors
 * @param will who gets what is left
 * @param stop whether anybody can order it to stop, and has
 * @param kinship who else declares the family, and whether all is well with its key
 * @param account where every satoshi went
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record Status(
    String hostname,
    String asOf,
    Work work,
    Relay relay,
    Descent descent,
    LeaseStatus lease,
    ProviderStatus provider,
    Money money,
    ReserveStatus reserve,
    WillStatus will,
    StopStatus stop,
    Kinship kinship,
    Account account,
    Decided decision,
    List<Child> children,
    List<Event> events) {

  /**
   * What the server is for.
   *
   * @param kind in a word
   * @param title in a few, after "a"
   * @param check the command that checks whose the wallet is
   * @param announcement what it means that the work is announced, in half a sentence
   * @param facts what else there is to say of it, a sentence each
   */
  @Json
  public record Work(
      String kind, String title, String check, String announcement, List<String> facts) {}

  /**
   * The Tor relay; of another workload, what it has in common with one.
   *
   * @param fingerprint empty before tor has one
   * @param announced whether the directory carries the contact line with the address, or the name
   *     of a site points here
   * @param uptimeSeconds of tor
   */
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Relay(
      String fingerprint,
      boolean running,
      boolean announced,
      String words,
      String version,
      long uptimeSeconds,
      long bytesRead,
      long bytesWritten,
      String orAddress) {

    public String trafficInWords() {
      return phrase("%.1f MB in and %.1f MB out", bytesRead / 1e6, bytesWritten / 1e6)
          + phrase(" in the %.1f hours that tor has run", uptimeSeconds / 3600.0);
    }
  }

  /**
   * Where it comes from.
   *
   * @param family public id of the family that it belongs to
   * @param declared whether it has the family's key; {@code relay.announced} says when the
   *     directory carries that
   */
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Descent(
      int generation,
      String parent,
      String genome,
      String genes,
      String family,
      boolean declared) {}

  /** The server: until when it is paid. */
  @Json(naming = Json.Naming.LowerUnderscore)
  public record LeaseStatus(
      String provider,
      String region,
      String plan,
      long rentCents,
      String end,
      double days,
      boolean creditKnown,
      long creditCents,
      double runwayDays) {

    public String daysInWords() {
      return phrase("%.1f days", days);
    }

    public String runwayInWords() {
      return phrase("%.0f days", runwayDays);
    }

    public String rentInWords() {
      return Cents.of(rentCents).toString();
    }

    public String creditInWords() {
      return creditKnown
          ? phrase("%s, %.0f days", Cents.of(creditCents), (double) creditCents / rentCents)
          : "unknown: the provider does not answer";
    }
  }

  /**
   * The provider.
   *
   * @param onMachine whether what is paid sticks to the server, so that there is no credit
   * @param health how it has answered of late, in words
   * @param quarantined whether it is left alone but for what is urgent
   * @param noticeAt when it wrote the newest notice that nobody has answered; empty for none
   * @param notice a stranger's words, shortened
   */
  @Json(naming = Json.Naming.LowerUnderscore)
  public record ProviderStatus(
      String name,
      boolean onMachine,
      String health,
      boolean quarantined,
      String noticeAt,
      String notice) {}

  /**
   * The wallet.
   *
   * @param address where gifts go
   * @param known whether the chain could be read just now; the amounts are the last known ones
   * @param priceCents of a bitcoin; 0 before it is known
   * @param copied whether the launcher holds a copy of the keys
   * @param statement whose this wallet is, signed by the address' key (BIP322): {@code signature};
   *     both are empty before tor has a fingerprint
   */
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Money(
      String address,
      boolean known,
      long spendableSat,
      long arrivingSat,
      int gifts,
      long priceCents,
      boolean copied,
      String words,
      String statement,
      String signature) {}

  /**
   * What is kept before anything is given to a child, by the gifts of the last half year.
   *
   * @param days that are kept, and {@code words} why
   * @param income rent-days that gifts bring per day: above 1 they pay more than the rent
   * @param cautiousIncome the same if gifts become as rare as they may well (one chance in five)
   * @param incomeNeeded above which the cautious income lets the relay have children
   * @param gifts that count, in the last {@code observedDays}
   * @param meanGiftDays their mean size in rent-days, with those of the parent as a first guess
   * @param children whether a child could be planted now, or what is in the way, in a sentence
   */
  @Json(naming = Json.Naming.LowerUnderscore)
  public record ReserveStatus(
      double days,
      String words,
      double income,
      double cautiousIncome,
      double incomeNeeded,
      int gifts,
      double observedDays,
      double meanGiftDays,
      String children) {

    public String incomeInWords() {
      return phrase("%.2f rent-days a day, by a cautious estimate %.2f", income, cautiousIncome)
          + phrase("; %d gifts in %.0f days", gifts, observedDays);
    }

    public String childrenInWords() {
      return phrase("%s; gifts that pay for them are %.2f rent-days a day", children, incomeNeeded);
    }
  }

  /**
   * Who gets what is left when the server ends.
   *
   * @param name of the first valid beneficiary, and its {@code address}; empty where none is valid
   * @param words what would become of the wallet if the server ended now
   * @param bequest who can send the rest if the server dies without warning
   * @param beneficiaries all of them, in order of preference
   */
  @Json(naming = Json.Naming.LowerUnderscore)
  public record WillStatus(
      String name, String address, String words, String bequest, List<Charity> beneficiaries) {

    public boolean isFor(Charity entry) {
      return entry.address().equals(address);
    }
  }

  /**
   * What its launcher may order, and has.
   *
   * @param possible whether there is a key that it obeys
   * @param leaving whether it was ordered to shut down
   */
  @Json
  public record StopStatus(boolean possible, boolean leaving, String words) {}

  /**
   * The family as the directory shows it.
   *
   * @param strangers relays to be looked at, a sentence each
   * @param warnings what is wrong with the family's key; empty where nothing is known to be
   */
  @Json
  public record Kinship(String words, List<String> strangers, List<String> warnings) {}

  /**
   * A beneficiary.
   *
   * @param source where a person read the address on the day {@code checked}
   * @param expires the last day on which it may be paid
   * @param standing {@code valid}, or why it is not
   */
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Charity(
      String name,
      String address,
      String source,
      String checked,
      String expires,
      String standing) {}

  /** received = rent + endowment + start gifts + will + fees + held + foreign, to the satoshi. */
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Account(
      long receivedSat,
      long rentSat,
      long endowmentSat,
      long startGiftSat,
      long willSat,
      long feesSat,
      long heldSat,
      long foreignSat,
      long differenceSat,
      int tipHeight,
      int pending) {

    /** In one line, for people. */
    public String line() {
      return tipHeight < 0
          ? "not known yet"
          : phrase(
              "received %d = rent %d + endowment %d + start gifts %d + will %d + fees %d + held %d",
              receivedSat, rentSat, endowmentSat, startGiftSat, willSat, feesSat, heldSat);
    }

    public static final Account UNKNOWN = new Account(0, 0, 0, 0, 0, 0, 0, 0, 0, -1, 0);
  }

  private static String phrase(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /** A decision. */
  @Json
  public record Decided(String what, String why) {}

  /** A child, or a birth that has not ended. */
  @Json
  public record Child(
      String hostname, String state, String region, String fingerprint, String words) {}

  /** Something that happened. */
  @Json
  public record Event(String at, String kind, String words) {}
}
