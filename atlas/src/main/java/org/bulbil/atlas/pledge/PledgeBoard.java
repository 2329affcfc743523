package org.bulbil.atlas.pledge;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import org.bulbil.atlas.web.Drawer;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.pledge.Campaign;
import org.bulbil.bitcoin.pledge.PledgeBox;
import org.bulbil.bitcoin.pledge.PledgeFiles;
import org.bulbil.core.time.Time;

/**
 * Campaigns as a folder: {@code NAME.json} is a campaign, and in the folder {@code NAME} beside it
 * is what came in. Whoever keeps the map puts campaigns there; what is none is passed over.
 */
public final class PledgeBoard {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,80}\\.json");

  /** On one page, those first whose names sort first. */
  private static final int COUNT_MAX = 50;

  private final Drawer campaigns;
  private final Optional<ChainSource> chain;
  private final Executor worker;
  private final Time time;
  private final Map<String, Drive> known = new ConcurrentHashMap<>();

  /**
   * Campaigns of a folder, which may not be there yet.
   *
   * @param chain where pledged coins are looked up; without one no pledge counts
   * @param worker looks them up
   */
  public PledgeBoard(Path folder, Optional<ChainSource> chain, Executor worker, Time time) {
    this.campaigns = new Drawer(folder, NAME, PledgeFiles.BYTES_MAX);
    this.chain = chain;
    this.worker = worker;
    this.time = time;
  }

  /** All of them, in order of the names of their files. */
  public List<Drive> drives() {
    return campaigns.names().stream()
        .limit(COUNT_MAX)
        .flatMap(name -> known(name).stream())
        .toList();
  }

  /** The one with this id. */
  public Optional<Drive> drive(String id) {
    return drives().stream().filter(drive -> drive.campaign().id().equals(id)).findFirst();
  }

  private Optional<Drive> known(String name) {
    return campaigns
        .read(name)
        .flatMap(bytes -> PledgeFiles.campaign(bytes).answer())
        .map(
            campaign ->
                known.computeIfAbsent(name + " " + campaign.id(), _ -> drive(name, campaign)));
  }

  private Drive drive(String name, Campaign campaign) {
    var box = campaigns.folder().resolve(name.replaceFirst("\\.json$", ""));
    return new Drive(new PledgeBox(box, campaign), new CoinNews(chain, worker, time), time);
  }
}
