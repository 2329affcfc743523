package org.bulbil.cli.launch;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bulbil.agent.launch.Founder;
import org.bulbil.agent.launch.Launch;
import org.bulbil.agent.launch.LaunchFolder;
import org.bulbil.agent.launch.Request;
import org.bulbil.agent.launch.Sweeping;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.outbox.PayAnswer;
import org.bulbil.bitcoin.outbox.Payment;
import org.bulbil.bitcoin.outbox.State;
import org.bulbil.bitcoin.payment.Proposal;
import org.bulbil.bitcoin.wallet.WalletView;
import org.bulbil.cli.console.SweepOptions;
import org.bulbil.cli.console.Trouble;
import org.bulbil.cli.wiring.Dice;
import org.bulbil.cli.wiring.SystemTime;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.hosting.bootstrap.FirstBoot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bulbil launch sweep}. */
@Command(
    name = "sweep",
    description =
        "Sends what is left in a launch's wallet to an address of yours. The relays keep what is"
            + " theirs.",
    mixinStandardHelpOptions = true)
public final class SweepCommand implements Callable<Integer> {

  private static final Jsonb JSON = Jsonb.instance();

  /** For reading the wallet, and for a server to take the payment. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

  @Spec private CommandSpec spec;

  @Mixin private SweepOptions options;

  @Option(
      names = "--dir",
      paramLabel = "FOLDER",
      defaultValue = Launching.USUAL_FOLDER,
      description = "Where the launch lives (default: ${DEFAULT-VALUE}).")
  private Path path;

  /** What a sweep does. */
  @Json(naming = Json.Naming.LowerUnderscore)
  record SweepLine(String event, String to, int coins, long amountSat, long feeSat, String state) {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    var folder = LaunchFolder.at(path);
    var request = folder.request().orElseThrow(() -> new Trouble("there is no launch in " + path));
    var address = options.payable(Network.parse(request.network()));
    try (var _ = Launching.locked(folder).acquiredBy()) {
      return sweep(folder, request, address);
    }
  }

  private int sweep(LaunchFolder folder, Request request, Address address)
      throws IOException, InterruptedException {
    var work = LaunchWork.of(folder, request, Optional.empty());
    try (var world =
            new LaunchWorld(request, Launching.place(request), work, _ -> new FirstBoot(""));
        var launch =
            Launch.open(
                folder.disk(),
                world.surroundings(),
                world.rules(),
                new SystemTime(),
                Dice.secret())) {
      warn(launch);
      await(launch.sweeping());
      return send(launch.sweeping(), address);
    }
  }

  private void warn(Launch launch) {
    long waiting =
        launch.founders().stream().filter(it -> it.state() == Founder.State.PLANNED).count();
    if (waiting > 0) {
      spec.commandLine()
          .getErr()
          .println(waiting + " relays are not paid yet, and will not be when the money is gone");
    }
  }

  private static void await(Sweeping sweeping) throws InterruptedException {
    var time = new SystemTime();
    var deadline = time.now().plus(PATIENCE);
    Outcome<WalletView> seen = sweeping.look();
    while (!(seen instanceof Outcome.Done)) {
      if (!time.now().isBefore(deadline)) {
        throw new Trouble("the wallet cannot be read: " + seen.summary());
      }
      time.pause(LOOK_AGAIN);
      seen = sweeping.look();
    }
  }

  private int send(Sweeping sweeping, Address address) throws InterruptedException {
    if (!(sweeping.plan(address, options.within()) instanceof Proposal.Draft draft)) {
      throw new Trouble("nothing is left that is worth its fee");
    }
    show(draft.inputs().size(), draft.amount().value(), draft.fee().value(), "planned");
    if (options.isDry()) {
      return 0;
    }
    if (!options.isAgreed()) {
      return 1;
    }
    return switch (sweeping.send(address, options.within())) {
      case PayAnswer.Recorded(Payment payment) -> sent(payment);
      case PayAnswer.CannotAfford _, PayAnswer.TooExpensive _ ->
          throw new Trouble("the coins are not worth their fee any more");
    };
  }

  private int sent(Payment payment) {
    show(
        payment.current().inputs().size(),
        payment.amount().value(),
        payment.fee().value(),
        payment.transaction().hex());
    if (payment.state() == State.SIGNED) {
      throw new Trouble("no server took it yet; run the same command again");
    }
    return 0;
  }

  private void show(int coins, long amount, long fee, String state) {
    var out = spec.commandLine().getOut();
    out.println(
        options.isJson()
            ? JSON.toJson(new SweepLine("sweep", options.to(), coins, amount, fee, state))
            : "%s: %d sat to %s from %d coins, %d sat of fee"
                .formatted(state, amount, options.to(), coins, fee));
    out.flush();
  }
}
