package org.bulbil.cli.bundle;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bulbil bundle}. */
@Command(
    name = "bundle",
    description =
        "Makes what servers run: the agent with its Java runtime in one file, the same bytes"
            + " wherever it is made of the same source with the same JDK.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  bulbil bundle --deb out  out/bulbil-agent-….tar.gz and out/bulbil-agent_….deb",
      "  bulbil release --help    to sign it"
    })
public final class BundleCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FOLDER", description = "Where to put it; made where it is missing.")
  private Path folder;

  @Option(names = "--deb", description = "Makes a Debian package as well.")
  private boolean debian;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var builder = BundleBuilder.ofThisProgram();
    var bundle = builder.build(folder);
    link(bundle);
    report(bundle, spec.commandLine().getOut());
    if (debian) {
      spec.commandLine().getOut().println(builder.buildDebian(folder.toAbsolutePath()));
    }
    return 0;
  }

  /** Servers ask for it by its hash. */
  private static void link(BundleFile bundle) throws IOException {
    var link = bundle.path().resolveSibling(bundle.bundle().fileName());
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, bundle.path().getFileName());
  }

  private static void report(BundleFile bundle, PrintWriter out) {
    out.printf("%s%n", bundle.path());
    out.printf("sha256 %s%n", bundle.bundle().hash());
    out.printf("bytes %,d%n", bundle.bundle().bytes());
    out.printf("Mirrors offer it as %s%n", bundle.bundle().fileName());
  }
}
