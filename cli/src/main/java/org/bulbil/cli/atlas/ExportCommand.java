package org.bulbil.cli.atlas;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bulbil.atlas.export.Export;
import org.bulbil.atlas.ingest.OnionooServer;
import org.bulbil.atlas.ingest.Rounds;
import org.bulbil.atlas.network.Snapshot;
import org.bulbil.atlas.page.Pages;
import org.bulbil.atlas.page.Site;
import org.bulbil.atlas.page.Walk;
import org.bulbil.atlas.query.Index;
import org.bulbil.atlas.store.SqlStore;
import org.bulbil.atlas.store.Store;
import org.bulbil.cli.console.Trouble;
import org.bulbil.core.time.Time;
import org.bulbil.wire.Http;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bulbil atlas export}. */
@Command(
    name = "export",
    description =
        "Writes the pages of the map as files, with links that work from any folder or server. What"
            + " needs somebody who answers, such as searching, is left out. The folder is replaced as"
            + " a whole.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  bulbil atlas export site                      what the store in ./atlas knows",
      "  bulbil atlas export site --demo --dir demo    an invented network",
      "  bulbil atlas export site --documents FOLDER   reads these documents first",
      "Exit codes: 0 written, 1 not written, 2 typed wrongly."
    })
public final class ExportCommand implements Callable<Integer> {

  /** Pages from one line of progress to the next. */
  private static final int STRIDE = 500;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "The folder: new, empty, or of an earlier export.")
  private Path folder;

  @Mixin private SourceOptions sources;

  @Mixin private AtlasOptions options;

  @Override
  public Integer call() throws InterruptedException, IOException {
    var time = options.time();
    var network = options.network(sources.isDemo() ? Network.REGTEST : Network.MAINNET);
    var chain = AtlasOptions.chain(network);
    try (var store = SqlStore.open(options.store(), chain, time)) {
      ask(store, time);
      var snapshot = store.snapshot();
      if (snapshot.relays().isEmpty()) {
        throw new Trouble(
            "the map in "
                + options.store()
                + " is empty; run bulbil atlas first, or name a source, such as --documents FOLDER");
      }
      var kind = sources.isDemo() ? Site.Kind.DEMO : Site.Kind.REAL;
      return write(snapshot, store, new Site(chain, kind, Optional.empty()), time);
    }
  }

  /** Only who was named: an export of what is known asks nobody. */
  private void ask(Store store, Time time) throws InterruptedException {
    if (sources.isLive()) {
      return;
    }
    try (var http = new Http(OnionooServer.LIMITS);
        var rounds = new Rounds(store, time)) {
      new Once().ask(sources.sources(http, time), rounds);
    }
  }

  private int write(Snapshot snapshot, Store store, Site site, Time time) {
    var index = new Index(snapshot);
    var walk = new Walk(new Pages(() -> index, store, site), time.now());
    try {
      var written = new Export(folder).write(walk, this::tell);
      spec.commandLine()
          .getOut()
          .println(
              "%,d files of %,d relays, %,d bytes, in %s"
                  .formatted(written.files(), snapshot.relays().size(), written.bytes(), folder));
      return 0;
    } catch (IOException e) {
      throw new Trouble("nothing was replaced: " + e.getMessage());
    }
  }

  private void tell(int left) {
    if (left % STRIDE == 0 && left > 0) {
      spec.commandLine().getErr().println("%,d pages are left".formatted(left));
    }
  }
}
