package org.bulbil.atlas.page;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The page on which somebody sees who would get what of a donation.
 *
 * @param typed what the form was sent with
 * @param sorry why there is no split; empty where there is one, or none was asked for
 * @param summary of the split; empty where there is none
 * @param factors the heads of the columns
 * @param left who gets nothing, and why
 * @param leftMore how many more
 * @param pay what to do next; empty where there is no split
 * @param past donations that the keeper of the map has put there
 * @param pledges the address of the campaigns; empty where there are none
 */
public record TipPage(
    Frame frame,
    Map<String, String> typed,
    String sorry,
    String summary,
    List<Column> factors,
    List<Payee> payees,
    List<Left> left,
    int leftMore,
    Optional<Pay> pay,
    List<Past> past,
    String pledges) {

  /**
   * Ways to pay what is shown.
   *
   * @param files to keep
   * @param lines for wallets that pay many, by unit
   * @param code of a payment with one recipient
   * @param action where the form for a PSBT goes
   * @param asked what the form repeats
   * @param hasChain whether coins are looked up
   */
  public record Pay(
      List<File> files,
      List<File> lines,
      Optional<Code> code,
      String action,
      Map<String, String> asked,
      boolean hasChain) {}

  /** A payment link, and its picture. */
  public record Code(String link, String picture) {}

  /** A donation that was made. */
  public record Past(String published, String sat, int recipients, String txid, List<File> files) {}

  /** A factor, and what it means. */
  public record Column(String name, String sentence) {}

  /** An address with what it gets. */
  public record Payee(String address, String sat, String way, List<Row> relays, int more) {}

  /** A relay of it; the factors as they stand in the columns. */
  public record Row(String name, String href, String weight, List<Cell> factors) {}

  /** A factor of a relay. */
  public record Cell(String name, String value) {}

  /** Who gets nothing. */
  public record Left(String name, String href, String why) {}

  /** Something to keep. */
  public record File(String words, String href, String sha256) {}

  /** What was typed into a field. */
  public String field(String name) {
    return Objects.requireNonNullElse(typed.get(name), "");
  }
}
