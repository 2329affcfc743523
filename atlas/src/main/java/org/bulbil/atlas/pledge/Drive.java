package org.bulbil.atlas.pledge;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bulbil.atlas.web.Drawer;
import org.bulbil.bitcoin.pledge.Campaign;
import org.bulbil.bitcoin.pledge.Gathering;
import org.bulbil.bitcoin.pledge.Pledge;
import org.bulbil.bitcoin.pledge.PledgeBox;
import org.bulbil.bitcoin.pledge.PledgeBox.Paper;
import org.bulbil.bitcoin.pledge.PledgeCheck;
import org.bulbil.bitcoin.pledge.PledgeFiles;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;

/** A campaign with the pledges that came in. Safe for several threads. */
public final class Drive {

  private static final System.Logger LOG = System.getLogger(Drive.class.getName());

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,120}\\.json");

  /** A pledge of less than this part of the goal would only fill the box. */
  private static final long PARTS_MAX = 1_000;

  /** A view checks a signature of every pledge: visitors shall not make us do that more often. */
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

  private final PledgeBox box;
  private final Drawer drawer;
  private final CoinNews news;
  private final Time time;
  private volatile Optional<Look> newest = Optional.empty();

  Drive(PledgeBox box, CoinNews news, Time time) {
    this.box = box;
    this.drawer = new Drawer(box.folder(), NAME, PledgeFiles.BYTES_MAX);
    this.news = news;
    this.time = time;
  }

  /**
   * How a campaign stands.
   *
   * @param papers every pledge that came in
   * @param together of those that count
   * @param payment what they make; empty until it is known what a payment must bid
   */
  public record Standing(List<Paper> papers, Sats together, Optional<Gathering.Answer> payment) {}

  /**
   * What was seen.
   *
   * @param edition of the news that it was made by
   */
  private record Look(Standing standing, long edition, Instant when) {}

  public Campaign campaign() {
    return box.campaign();
  }

  /** As it stands, by what the chain was last heard to say; news are asked for meanwhile. */
  public Standing standing() {
    var known = newest.filter(this::isFresh).map(Look::standing);
    known.ifPresent(standing -> renew(standing.papers()));
    return known.orElseGet(this::look);
  }

  private boolean isFresh(Look look) {
    return look.edition() == news.edition() && time.now().isBefore(look.when().plus(LOOK_AGAIN));
  }

  private Standing look() {
    long edition = news.edition();
    var papers = papers();
    renew(papers);
    var good = PledgeBox.good(papers);
    var standing =
        new Standing(
            papers,
            Sats.sum(good.stream().map(Pledge::value).toList()),
            campaign().isOver(time.now()) ? Optional.empty() : payment(good));
    newest = Optional.of(new Look(standing, edition, time.now()));
    return standing;
  }

  private void renew(List<Paper> papers) {
    news.renew(papers.stream().flatMap(paper -> paper.pledge().stream()).toList());
  }

  private Optional<Gathering.Answer> payment(List<Pledge> good) {
    return news.rate()
        .map(rate -> new Gathering(campaign(), rate, Gathering.modest(campaign(), rate)))
        .map(gathering -> gathering.from(good));
  }

  private List<Paper> papers() {
    if (!Files.isDirectory(box.folder())) {
      return List.of();
    }
    try {
      return box.papers(news::fault);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "pledges cannot be read: {0}", e.getMessage());
      return List.of();
    }
  }

  /**
   * Keeps a pledge that somebody hands in, if it is good by itself and on the chain. One whose coin
   * is pledged already replaces the former.
   *
   * @param file as {@code bulbil pledge sign} writes it
   */
  public synchronized Outcome<Pledge> take(byte[] file) {
    if (campaign().isOver(time.now())) {
      return Outcome.refused("the campaign was over on " + campaign().expires(), 0);
    }
    return PledgeFiles.pledge(file)
        .flatMap(this::checked)
        .flatMap(pledge -> kept(pledge).map(_ -> pledge));
  }

  private Outcome<Pledge> checked(Pledge pledge) {
    var least = Sats.of(Math.max(1, campaign().goal().value() / PARTS_MAX));
    if (pledge.value().compareTo(least) < 0) {
      return Outcome.refused("it is less than %s, a thousandth of the goal".formatted(least), 0);
    }
    return PledgeCheck.fault(campaign(), pledge)
        .map(fault -> Outcome.done(Optional.of(fault)))
        .orElseGet(() -> news.ask(pledge))
        .flatMap(
            fault ->
                fault
                    .map(why -> Outcome.<Pledge>refused(why, 0))
                    .orElseGet(() -> Outcome.done(pledge)));
  }

  private Outcome<String> kept(Pledge pledge) {
    try {
      return box.keep(pledge);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.ERROR, "a pledge cannot be kept: {0}", e.getMessage());
      return Outcome.unknown("it could not be written down here; hand it in again later");
    } finally {
      newest = Optional.empty();
    }
  }

  /** A pledge's file; empty where there is none of that name. */
  public Optional<byte[]> file(String name) {
    return drawer.read(name);
  }
}
