package org.bulbil.cli.launch;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bulbil.agent.launch.LaunchFolder;
import org.bulbil.agent.launch.Request;
import org.bulbil.agent.settings.BundleSettings;
import org.bulbil.bitcoin.Network;
import org.bulbil.cli.bundle.BundleFile;
import org.bulbil.cli.console.StandardInput;
import org.bulbil.cli.console.Trouble;
import org.bulbil.cli.launch.LaunchRun.Consent;
import org.bulbil.cli.sandbox.ServicesFile;
import org.bulbil.cli.sandbox.WorldTerms;
import org.bulbil.cli.wiring.Dice;
import org.bulbil.cli.wiring.SystemTime;
import org.bulbil.core.charity.Beneficiaries;
import org.bulbil.core.contact.Email;
import org.bulbil.hosting.bootstrap.FirstBoot;
import org.bulbil.tor.family.FamilyKey;
import org.bulbil.tor.process.TorBinary;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every launch has in common, whatever is launched: from the request to the last server. */
abstract class Launching implements Callable<Integer> {

  static final String USUAL_FOLDER = "bulbil-launch";

  @Spec private CommandSpec spec;

  @Mixin private LaunchOptions options;

  @Option(
      names = "--dir",
      paramLabel = "FOLDER",
      defaultValue = USUAL_FOLDER,
      description = "Where the launch lives (default: ${DEFAULT-VALUE}).")
  private Path path;

  @Option(names = "--dry-run", description = "Only shows the bill; makes no folder, buys nothing.")
  private boolean isDry;

  @Option(names = "--resume", description = "Goes on with the launch that is in the folder.")
  private boolean isResumed;

  @Option(names = "--yes", description = "Does not ask before it buys what the bill shows.")
  private boolean isSure;

  @Option(names = "--json", description = "One JSON object a line on standard output.")
  private boolean json;

  @Option(
      names = "--wait",
      paramLabel = "SPAN",
      defaultValue = "7d",
      description = "Gives up for this time after so long (default ${DEFAULT-VALUE}).")
  private Duration patience;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var stored = stored();
    if (isResumed && stored.isEmpty()) {
      throw wrong("--resume: there is no launch in " + path + "; choose --dir");
    }
    var request = checked(() -> shaped(options.over(stored.orElseGet(this::usual))));
    stored.ifPresent(known -> refuseOther(known, request));
    rehearse(request);
    return isDry ? estimate(request) : launch(completed(request));
  }

  /** What is asked for, with what only this kind of work has. */
  abstract Request shaped(Request asked);

  /** Finds out before money moves whether the world will let us do it; changes nothing. */
  void rehearse(Request request) {}

  /** Puts into the folder what must survive besides the request. */
  abstract void prepare(LaunchFolder folder) throws IOException;

  private Optional<Request> stored() throws IOException {
    return Files.isDirectory(path) ? LaunchFolder.at(path).request() : Optional.empty();
  }

  private Request usual() {
    return options
        .sandboxFile()
        .map(file -> LaunchOptions.usualIn(services(file), absolute(file)))
        .orElseGet(() -> LaunchOptions.usual(options.network(Network.MAINNET)));
  }

  private static String absolute(String file) {
    return Path.of(file).toAbsolutePath().normalize().toString();
  }

  private static ServicesFile services(String file) {
    try {
      return ServicesFile.parse(Files.readString(Path.of(file)));
    } catch (IOException e) {
      throw new Trouble("cannot read " + file + "; is a sandbox running there?");
    }
  }

  private void refuseOther(Request known, Request asked) {
    var differences = known.differences(asked);
    if (!differences.isEmpty()) {
      throw wrong(
          "%s holds another launch (%s); leave these options out to go on with it, or choose another --dir"
              .formatted(path, String.join("; ", differences)));
    }
  }

  /** Asks for what a launch must not be without. */
  private Request completed(Request request) {
    var email = request.email().isEmpty() ? askEmail() : request.email();
    if (!checked(() -> new Email(email)).looksWorking()) {
      throw wrong("--email: nobody receives mail at " + email);
    }
    var patrons = request.beneficiaries();
    if (patrons.isEmpty()) {
      var network = Network.parse(request.network());
      var today = Beneficiaries.day(new SystemTime().now());
      var asked = checked(() -> new BeneficiaryWords(network).ask(today));
      patrons = Request.patrons(asked);
    }
    if (patrons.isEmpty()) {
      throw wrong("--beneficiary: a launch needs somebody who gets what its relays leave");
    }
    var whole = request.with(email, patrons);
    if (checked(whole::patrons).firstValid(new SystemTime().now()).isEmpty()) {
      throw wrong("--beneficiary: none of them may be paid today; look at their pages again");
    }
    return whole;
  }

  private String askEmail() {
    return StandardInput.asked("E-mail address of a person who answers:")
        .orElseThrow(
            () -> wrong("--email: relays that grow by themselves need a person who answers"));
  }

  private int estimate(Request request) {
    var nobody = new LaunchWork.Relays(FamilyKey.fresh(Dice.secret()));
    try (var world = new LaunchWorld(request, place(request), nobody, _ -> new FirstBoot(""))) {
      return LaunchRun.estimate(request, world, show());
    }
  }

  private int launch(Request request) throws IOException, InterruptedException {
    var folder = LaunchFolder.at(path);
    var lock = locked(folder);
    try (var _ = lock.acquiredBy()) {
      prepare(folder);
      folder.keep(request);
      var work = LaunchWork.of(folder, request, tor());
      var place = place(request);
      var text = checked(() -> FounderText.of(request, place, bundle(request), work));
      try (var world = new LaunchWorld(request, place, work, text::boot)) {
        var consent = isSure ? Consent.GIVEN : Consent.ASK;
        return new LaunchRun(folder, request, world, show(), consent, new SystemTime())
            .run(patience);
      }
    }
  }

  /** Held until its channel is closed, or the process ends however it ends. */
  static FileLock locked(LaunchFolder folder) throws IOException {
    return folder
        .lock()
        .orElseThrow(() -> new Trouble("another command works on the launch in " + folder.path()));
  }

  static Place place(Request request) {
    if (request.sandbox().isEmpty()) {
      return Place.live(request);
    }
    var world = services(request.sandbox());
    return Place.in(world, terms(world, request.sandbox()), request);
  }

  private static WorldTerms terms(ServicesFile world, String file) {
    var terms = world.terms();
    if (terms == null) {
      throw new Trouble(file + " is no whole sandbox; start one with 'bulbil sandbox --no-relays'");
    }
    return terms;
  }

  private BundleSettings bundle(Request request) throws IOException {
    if (!request.sandbox().isEmpty()) {
      return terms(services(request.sandbox()), request.sandbox()).bundle();
    }
    var file = BundleFile.ofThisProgram();
    if (request.mirrors().isEmpty()) {
      throw wrong(
          "--mirror: new servers fetch their program from the web; name a folder that holds %s"
              .formatted(file.bundle().fileName()));
    }
    return new BundleSettings(file.bundle(), Place.urls(request.mirrors()));
  }

  private static Optional<TorBinary> tor() {
    return TorBinary.find(Optional.ofNullable(System.getenv("PATH")).orElse("")).answer();
  }

  private LaunchShow show() {
    var line = spec.commandLine();
    return json ? new LaunchJson(line.getOut(), line.getErr()) : new LaunchLines(line.getOut());
  }

  <T> T checked(Callable<T> reading) {
    try {
      return reading.call();
    } catch (Trouble | ParameterException known) {
      throw known;
    } catch (Exception e) {
      throw new ParameterException(spec.commandLine(), Trouble.inWords(e), e);
    }
  }

  ParameterException wrong(String what) {
    return new ParameterException(spec.commandLine(), what);
  }
}
