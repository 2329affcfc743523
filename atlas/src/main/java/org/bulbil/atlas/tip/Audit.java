package org.bulbil.atlas.tip;

import io.avaje.json.JsonException;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.Jsonb;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.Payouts;
import org.bulbil.core.contact.BitcoinAddress;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.split.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A split as it is printed, kept and published: what it was made of, what came out, and the payment
 * where it was paid. With the snapshot that it names anybody can recompute it.
 *
 * @param format {@value #FORMAT}
 * @param rule version of the rule, see docs/tip.md
 * @param chain whose coins: mainnet, testnet, regtest
 * @param source who told of the relays: a folder or a URL, for people
 * @param published of what moment the relays are, {@code yyyy-mm-dd hh:mm:ss} in UTC
 * @param snapshotSha256 of the snapshot's bytes, 64 hexadecimal digits
 * @param parameters of the rule
 * @param choice whom the donor chose
 * @param sat the donation
 * @param seedBlock hash of the block that the lottery was drawn with; null where there was none
 * @param recipients in order of their addresses, each once
 * @param leftOut whom it could have gone to, and why it does not
 * @param totals of all of it
 * @param txid of the payment, null until it is known
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record Audit(
    String format,
    String rule,
    String chain,
    String source,
    String published,
    String snapshotSha256,
    Parameters parameters,
    Chosen choice,
    long sat,
    @Nullable String seedBlock,
    List<Payee> recipients,
    List<LeftOut> leftOut,
    Totals totals,
    @Nullable String txid) {

  public static final String FORMAT = "bulbil tip 1";

  private static final Jsonb JSON = Jsonb.builder().serializeNulls(true).build();

  /**
   * What the rule was told.
   *
   * @param exitBonus how much an exit position counts, where guard and middle count 1
   * @param groupCap the share of the donation that a group may get, above 0 and at most 1
   * @param leastSat the least that is worth paying to anybody, besides dust limits
   */
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Parameters(double exitBonus, double groupCap, long leastSat) {

    static Parameters of(Rule rule) {
      return new Parameters(rule.exitBonus(), rule.groupCap(), rule.least().value());
    }

    /**
     * The rule that they are of.
     *
     * @throws IllegalArgumentException where one is out of its bounds
     */
    public Rule rule() {
      return new Rule(exitBonus, groupCap, Sats.of(leastSat));
    }
  }

  /**
   * Whom the donor chose to donate to.
   *
   * @param among {@code all}, {@code ours} or {@code verified}
   * @param filters as typed, such as {@code country=de}
   * @param top how many of the largest, null for all of them
   */
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Chosen(String among, List<String> filters, @Nullable Integer top) {}

  /**
   * An address, and what it gets.
   *
   * @param kind of address, such as p2wpkh
   * @param relays that name it
   * @param weight of those together; shares are in proportion to it
   * @param factors of which the weight is the product, over all of its relays
   * @param won whether it got this by the lottery
   * @param sat satoshis
   */
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Payee(
      String address,
      String kind,
      List<PaidRelay> relays,
      double weight,
      Factors factors,
      boolean won,
      long sat) {}

  /** A relay of a payee. */
  @Json(naming = Json.Naming.LowerUnderscore)
  public record PaidRelay(String fingerprint, String nickname, double weight, Factors factors) {}

  /**
   * What a weight is the product of; each in one sentence in docs/tip.md.
   *
   * @param measured chance that clients choose it, by measured consensus weight
   * @param plan how much of that its plan can carry, 0 to 1
   * @param vested 0 while new, 1 when old
   * @param uptime square of the time that it was listed, 0 to 1
   * @param diversity of its network, 0.75 to 1.5
   * @param group what the caps take from it, or the excess of others adds
   */
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Factors(
      double measured, double plan, double vested, double uptime, double diversity, double group) {}

  /**
   * Somebody who gets nothing.
   *
   * @param address as written; empty where it has none
   * @param weight it would have had
   * @param why a sentence
   */
  @Json(naming = Json.Naming.LowerUnderscore)
  public record LeftOut(
      String fingerprint, String nickname, String address, double weight, String why) {}

  /**
   * Counts.
   *
   * @param sat that are paid: all of them
   * @param recipients addresses that are paid
   * @param relays that those pay
   * @param leftOut relays
   * @param badAddresses words in contact lines that look like addresses and are none
   * @param withoutAddress relays that name no address at all
   * @param drawn recipients who won theirs by lottery
   */
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Totals(
      long sat,
      int recipients,
      int relays,
      int leftOut,
      int badAddresses,
      int withoutAddress,
      int drawn) {}

  /** An output of the payment. */
  public record Output(BitcoinAddress address, Sats amount) {}

  public Audit {
    Objects.requireNonNull(recipients, "it has no recipients");
    recipients = List.copyOf(recipients);
    leftOut = List.copyOf(Objects.requireNonNullElse(leftOut, List.of()));
  }

  /** Reads an audit file; refused with what is wrong with it. */
  public static Outcome<Audit> read(byte[] json) {
    try {
      var audit = JSON.type(Audit.class).fromJson(json);
      return FORMAT.equals(audit.format())
          ? Outcome.done(audit)
          : Outcome.refused("its format is '%s', not '%s'".formatted(audit.format(), FORMAT), 0);
    } catch (JsonException | IllegalStateException | NullPointerException e) {
      return Outcome.refused("it is no audit file of a tip: " + e.getMessage(), 0);
    }
  }

  public String json() {
    return JSON.toJson(this);
  }

  /** The same once it is paid. */
  public Audit paidBy(String transaction) {
    return new Audit(
        format,
        rule,
        chain,
        source,
        published,
        snapshotSha256,
        parameters,
        choice,
        sat,
        seedBlock,
        recipients,
        leftOut,
        totals,
        transaction);
  }

  public Optional<String> payment() {
    return Optional.ofNullable(txid);
  }

  /**
   * Whose coins it pays; refused where the file names no chain that we know.
   *
   * @see BitcoinAddress#isOn
   */
  public Outcome<Chain> coins() {
    for (var known : Chain.values()) {
      if (known.toString().equals(chain)) {
        return Outcome.done(known);
      }
    }
    return Outcome.refused("it names the chain '%s', which is none".formatted(chain), 0);
  }

  /**
   * What is to be paid, in order; refused where an address fails its checksum, is on another chain
   * than the rest, stands twice, or where amounts do not sum up to the donation.
   */
  public Outcome<List<Output>> outputs() {
    return coins().flatMap(wanted -> Outputs.of(this, wanted));
  }

  /**
   * The same as outputs of a transaction; refused also where one is dust.
   *
   * @param network whose coins pay it; signet writes its addresses as testnet does
   */
  public Outcome<Payouts> payouts(Network network) {
    return outputs().flatMap(outputs -> Outputs.payouts(outputs, network));
  }
}
