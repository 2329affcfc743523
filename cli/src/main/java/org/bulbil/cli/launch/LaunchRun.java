package org.bulbil.cli.launch;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.bulbil.agent.launch.Bill;
import org.bulbil.agent.launch.Budget;
import org.bulbil.agent.launch.Estimate;
import org.bulbil.agent.launch.Founder;
import org.bulbil.agent.launch.Launch;
import org.bulbil.agent.launch.LaunchFolder;
import org.bulbil.agent.launch.RelayList;
import org.bulbil.agent.launch.Request;
import org.bulbil.agent.launch.Turn;
import org.bulbil.agent.launch.Turn.Obstacle;
import org.bulbil.cli.console.StandardInput;
import org.bulbil.cli.console.Trouble;
import org.bulbil.cli.wiring.Dice;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;

/** One run of a launch: from the bill, or from where it was, to the table of relays. */
final class LaunchRun {

  /** How sure the person is who started it. */
  enum Consent {
    /** He is asked, where somebody sits at a terminal. */
    ASK,
    /** He has agreed to whatever the first bill says. */
    GIVEN
  }

  private final LaunchFolder folder;
  private final Request request;
  private final LaunchWorld world;
  private final LaunchShow show;
  private final Consent consent;
  private final Time time;

  LaunchRun(
      LaunchFolder folder,
      Request request,
      LaunchWorld world,
      LaunchShow show,
      Consent consent,
      Time time) {
    this.folder = folder;
    this.request = request;
    this.world = world;
    this.show = show;
    this.consent = consent;
    this.time = time;
  }

  /** Shows what {@code request} would cost. */
  static int estimate(Request request, LaunchWorld world, LaunchShow show) {
    var bill = bill(request, world);
    show.bill(bill, budget(request, bill));
    return 0;
  }

  /**
   * Goes on until every relay is Running and of the family.
   *
   * @param patience after which it gives up for this time
   * @return the exit code
   */
  int run(Duration patience) throws IOException, InterruptedException {
    try (var launch =
        Launch.open(folder.disk(), world.surroundings(), world.rules(), time, Dice.secret())) {
      if (launch.isAgreed()) {
        return follow(launch, Sats.ZERO, patience);
      }
      var asked = agree(launch);
      return asked.isZero() ? 1 : follow(launch, asked, patience);
    }
  }

  /** Shows the bill and where to pay; answers what was asked for, nothing where nobody agreed. */
  private Sats agree(Launch launch) {
    var bill = bill(request, world);
    var budget = budget(request, bill);
    show.bill(bill, budget);
    if (consent == Consent.ASK && !isConfirmed(bill)) {
      return Sats.ZERO;
    }
    launch.agree(bill, budget);
    show.ask(launch.address(), bill.asked());
    return bill.asked();
  }

  private boolean isConfirmed(Bill bill) {
    if (!StandardInput.isTerminal()) {
      throw new Trouble("nothing was bought: nobody can be asked here; add --yes");
    }
    return StandardInput.confirms(
        "Launch these %d %s?".formatted(bill.choice().relays(), request.noun()));
  }

  private static Bill bill(Request request, LaunchWorld world) {
    return switch (new Estimate(world.surroundings(), world.rules()).of(request)) {
      case Outcome.Done<Bill>(Bill bill) -> bill;
      case Outcome.Refused<Bill>(String why, _) -> throw new Trouble(why);
      case Outcome.Unknown<Bill>(String why) ->
          throw new Trouble("the price cannot be learnt: " + why + "; try again later");
    };
  }

  private static Budget budget(Request request, Bill bill) {
    var most = request.mostCents() == 0 ? bill.most() : Cents.of(request.mostCents());
    try {
      return Budget.of(bill, most);
    } catch (IllegalArgumentException e) {
      throw new Trouble("--max-cost: " + e.getMessage());
    }
  }

  private int follow(Launch launch, Sats first, Duration patience)
      throws IOException, InterruptedException {
    var deadline = time.now().plus(patience);
    var request = new OpenRequest(first);
    while (true) {
      var turn = launch.turn();
      keep(launch.founders());
      show.turn(turn);
      request.after(turn).ifPresent(more -> show.ask(launch.address(), more));
      if (turn.isOver() || isStuck(launch, turn) || !time.now().isBefore(deadline)) {
        return end(turn);
      }
      time.pause(world.rules().pace().turn());
    }
  }

  private void keep(List<Founder> founders) throws IOException {
    folder.keep(
        RelayList.of(
            founders, request.provider(), world.family().value(), world.rules().statusPort()));
  }

  /** Whether nothing can be done any more but by a person, who has said no or is not there. */
  private boolean isStuck(Launch launch, Turn turn) {
    if (turn.obstacle().isEmpty()) {
      return false;
    }
    if (turn.obstacle().get() instanceof Obstacle.Dearer dearer && isAgreedAnew(launch, dearer)) {
      return false;
    }
    return turn.founders().stream()
        .allMatch(founder -> founder.isOver() || founder.state() == Founder.State.PLANNED);
  }

  private boolean isAgreedAnew(Launch launch, Obstacle.Dearer dearer) {
    if (consent == Consent.GIVEN || !StandardInput.isTerminal()) {
      return false;
    }
    var bill = bill(request, world);
    var budget = budget(request, bill);
    show.bill(bill, budget);
    var agreed = StandardInput.confirms(dearer.words() + ". Go on at that price?");
    if (agreed) {
      launch.agreeAnew(bill, budget);
    }
    return agreed;
  }

  private int end(Turn turn) {
    show.table(turn.founders());
    boolean isWhole = turn.founders().stream().allMatch(it -> it.state() == Founder.State.JOINED);
    if (!isWhole) {
      show.progress(
          turn.obstacle()
                  .map(Obstacle::words)
                  .orElse("not all %s run yet".formatted(request.noun()))
              + "; run the same command again to go on");
    }
    return isWhole ? 0 : 1;
  }
}
