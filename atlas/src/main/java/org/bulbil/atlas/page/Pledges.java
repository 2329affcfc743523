package org.bulbil.atlas.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.acinq.bitcoin.Transaction;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bulbil.atlas.pledge.Drive;
import org.bulbil.atlas.pledge.Drive.Standing;
import org.bulbil.atlas.pledge.PledgeBoard;
import org.bulbil.bitcoin.pledge.Campaign;
import org.bulbil.bitcoin.pledge.Gathering.Met;
import org.bulbil.bitcoin.pledge.Gathering.NotYet;
import org.bulbil.bitcoin.pledge.Gathering.Wasteful;
import org.bulbil.bitcoin.pledge.Pledge;
import org.bulbil.bitcoin.pledge.PledgeBox.Paper;
import org.bulbil.bitcoin.pledge.PledgeFiles;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;

/** Makes the pages of campaigns, and takes pledges. */
final class Pledges {

  private static final Pattern PATH = Pattern.compile("/pledge/([0-9a-f]{16})(?:/(.{1,130}))?");

  private static final String FILE = "campaign.json";

  private final PledgeBoard board;

  Pledges(PledgeBoard board) {
    this.board = board;
  }

  /** Whether a place may be one of ours. */
  static boolean isAt(Place place) {
    return place.equals(Place.PLEDGES) || PATH.matcher(place.path()).matches();
  }

  /** What is at the visit's path; empty where it is none of ours. */
  Optional<Page> named(Visit visit) {
    if (visit.place().path().equals(Place.PLEDGES.path())) {
      return Optional.of(all(visit));
    }
    var path = PATH.matcher(visit.place().path());
    return path.matches()
        ? board
            .drive(path.group(1))
            .flatMap(
                drive ->
                    Optional.ofNullable(path.group(2))
                        .map(name -> file(drive, name))
                        .orElseGet(() -> Optional.of(page(drive, visit, "", true))))
        : Optional.empty();
  }

  /** The answer to a pledge that is handed in; empty where the form is none of ours. */
  Optional<Page> take(Visit visit, Map<String, String> fields) {
    var path = PATH.matcher(visit.place().path());
    return path.matches() && path.group(2) == null
        ? board.drive(path.group(1)).map(drive -> taken(drive, visit, fields))
        : Optional.empty();
  }

  private static Page taken(Drive drive, Visit visit, Map<String, String> fields) {
    var pledge = fields.getOrDefault("pledge", "").strip().getBytes(UTF_8);
    return switch (drive.take(pledge)) {
      case Outcome.Done<Pledge>(Pledge done) ->
          page(
              drive,
              visit,
              words("Taken: %,d sat in %s.", done.value().value(), done.coin()),
              true);
      case Outcome.Refused<Pledge>(String why, _) ->
          page(drive, visit, "Not taken: " + Shown.text(why), false);
      case Outcome.Unknown<Pledge>(String why) ->
          page(drive, visit, "Not taken yet, since it is not known: " + Shown.text(why), false);
    };
  }

  private Page all(Visit visit) {
    var lines = board.drives().stream().map(drive -> line(drive, visit)).toList();
    return fresh(200, Html.pledges(new PledgesPage(visit.frame("Pledges"), lines)));
  }

  private static Page fresh(int status, byte[] html) {
    return new Page(status, Page.HTML, html, Page.Lasting.NOT_KEPT);
  }

  private static PledgesPage.Line line(Drive drive, Visit visit) {
    return new PledgesPage.Line(
        Shown.text(drive.campaign().title()),
        visit.links().to(place(drive.campaign())),
        state(drive, drive.standing(), visit));
  }

  private static Place place(Campaign campaign) {
    return new Place("/pledge/" + campaign.id());
  }

  private static Optional<Page> file(Drive drive, String name) {
    var bytes =
        name.equals(FILE)
            ? Optional.of(PledgeFiles.write(drive.campaign()).getBytes(UTF_8))
            : drive.file(name);
    return bytes.map(json -> new Page(200, "application/json", json, Page.Lasting.NOT_KEPT));
  }

  private static Page page(Drive drive, Visit visit, String news, boolean isWell) {
    var campaign = drive.campaign();
    var standing = drive.standing();
    boolean isOver = campaign.isOver(visit.now());
    var title = Shown.text(campaign.title());
    return fresh(
        isWell ? 200 : 400,
        Html.pledge(
            new PledgePage(
                visit.frame(title),
                news,
                isWell,
                title,
                state(drive, standing, visit),
                percent(standing.together(), campaign.goal()),
                facts(campaign),
                visit.links().to(inside(campaign, FILE)),
                isOver ? "" : place(campaign).path(),
                payment(standing),
                standing.papers().stream().map(paper -> line(campaign, paper, visit)).toList())));
  }

  private static int percent(Sats together, Sats goal) {
    return (int) Math.min(100, together.value() * 100 / goal.value());
  }

  private static Place inside(Campaign campaign, String name) {
    return new Place(place(campaign).path() + "/" + name);
  }

  private static List<Fact> facts(Campaign campaign) {
    return List.of(
        new Fact("pays to", new Fact.Bit.Code(campaign.address().toString())),
        Fact.of("goal", words("%,d sat, the fee on top", campaign.goal().value())),
        Fact.of("until", Words.minute(campaign.expires())),
        new Fact("id", new Fact.Bit.Code(campaign.id())));
  }

  private static String state(Drive drive, Standing standing, Visit visit) {
    var goal = drive.campaign().goal().value();
    var together =
        words(
            "%,d of %,d sat are together, in %s.",
            standing.together().value(),
            goal,
            Words.count(
                standing.papers().stream().filter(paper -> paper.fault().isEmpty()).count(),
                "pledge"));
    return drive.campaign().isOver(visit.now())
        ? together + " It is over: nothing is combined any more."
        : together + " " + standing.payment().map(Pledges::words).orElse("");
  }

  private static String words(org.bulbil.bitcoin.pledge.Gathering.Answer answer) {
    return switch (answer) {
      case Met met ->
          words("The goal is met: the payment stands below, its fee %,d sat.", met.fee().value());
      case NotYet(_, Sats missing) -> words("With the fee %,d sat are missing.", missing.value());
      case Wasteful(Sats fee, Sats usual) ->
          words(
              "Enough is together, but its coins do not fit: %,d sat would go to miners, where %,d are"
                  + " usual. Another pledge may fit better.",
              fee.value(), usual.value());
    };
  }

  private static String payment(Standing standing) {
    return standing
        .payment()
        .flatMap(answer -> answer instanceof Met met ? Optional.of(met) : Optional.empty())
        .map(met -> HexFormat.of().formatHex(Transaction.write(met.payment())))
        .orElse("");
  }

  private static PledgePage.Line line(Campaign campaign, Paper paper, Visit visit) {
    return new PledgePage.Line(
        paper.pledge().map(pledge -> pledge.coin().toString()).orElse(Shown.text(paper.name())),
        paper.pledge().map(pledge -> words("%,d sat", pledge.value().value())).orElse(""),
        visit.links().to(inside(campaign, paper.name())),
        paper.fault().map(Shown::text).orElse(""));
  }

  private static String words(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
