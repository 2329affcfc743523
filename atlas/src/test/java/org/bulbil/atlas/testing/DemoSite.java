package org.bulbil.atlas.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.bulbil.atlas.demo.DemoWorld;
import org.bulbil.atlas.page.Giving;
import org.bulbil.atlas.page.PageRoom;
import org.bulbil.atlas.page.Pages;
import org.bulbil.atlas.page.Site;
import org.bulbil.atlas.pledge.PledgeBoard;
import org.bulbil.atlas.query.CurrentIndex;
import org.bulbil.atlas.store.LiveSnapshot;
import org.bulbil.atlas.store.SqlStore;
import org.bulbil.atlas.web.Answer;
import org.bulbil.atlas.web.Ask;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.pledge.Campaign;
import org.bulbil.bitcoin.pledge.PledgeFiles;
import org.bulbil.core.money.Sats;
import org.bulbil.core.time.Time;

/** The pages of the invented network at a moment that tests move, without a server. */
public final class DemoSite implements AutoCloseable, Time {

  public static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  /** Nobody of the invented network. */
  public static final String DONOR = "bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080";

  public static final Campaign CAMPAIGN =
      new Campaign(
          "One more <relay> in AS 64500",
          Address.parse(DONOR, Network.REGTEST),
          Sats.of(20_000),
          NOON.plus(Duration.ofDays(90)));

  private final SqlStore store;
  private final LiveSnapshot newest;
  private final Pages pages;
  private final PageRoom room;
  private Instant now = NOON;

  /** With what the source of the demo tells at {@link #NOON}. */
  public DemoSite(Path folder) {
    store = SqlStore.open(folder.resolve("atlas.db").toString(), DemoWorld.CHAIN, this);
    if (new DemoWorld(this).bringUpToDate(store).answer().isEmpty()) {
      throw new AssertionError("the invented world was not told");
    }
    newest = new LiveSnapshot(store, this);
    var site = new Site(DemoWorld.CHAIN, Site.Kind.DEMO, Optional.empty());
    pages = new Pages(new CurrentIndex(newest), store, site, giving(folder));
    room = new PageRoom(pages, this);
  }

  /** One campaign, for which nobody has pledged yet; no chain is asked. */
  private Giving giving(Path folder) {
    try {
      var board = Files.createDirectories(folder.resolve("pledges"));
      Files.writeString(board.resolve("one.json"), PledgeFiles.write(CAMPAIGN));
      return new Giving(
          Optional.empty(),
          Optional.of(new PledgeBoard(board, Optional.empty(), Runnable::run, this)),
          Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public SqlStore store() {
    return store;
  }

  public LiveSnapshot newest() {
    return newest;
  }

  public Pages pages() {
    return pages;
  }

  public PageRoom room() {
    return room;
  }

  public void moveTo(Instant moment) {
    now = moment;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public void pause(Duration length) {
    now = now.plus(length);
  }

  /** Of a path with an undecoded, plain query. */
  public Answer get(String url) {
    return ask(url, Map.of());
  }

  public Answer ask(String url, Map<String, String> headers) {
    int question = url.indexOf('?');
    var link =
        question < 0
            ? Ask.of(url, "")
            : Ask.of(url.substring(0, question), url.substring(question + 1));
    var ask = new Ask(link.path(), link.parameters(), link.query(), headers);
    return room.answer(ask).orElseThrow();
  }

  /** The page's text; it must be there. */
  public String page(String url) {
    var answer = get(url);
    if (answer.status() != 200) {
      throw new AssertionError(url + " is answered by " + answer.status() + ": " + text(answer));
    }
    return text(answer);
  }

  public static String text(Answer answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    store.close();
  }
}
