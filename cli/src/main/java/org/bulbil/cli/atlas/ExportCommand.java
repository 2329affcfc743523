package org.bulbil.cli.atlas;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bulbil.atlas.export.Export;
import org.bulbil.atlas.ingest.DocumentsFolder;
import org.bulbil.atlas.ingest.OnionooServer;
import org.bulbil.atlas.ingest.Rounds;
import org.bulbil.atlas.page.Pages;
import org.bulbil.atlas.page.Walk;
import org.bulbil.atlas.query.CurrentIndex;
import org.bulbil.atlas.store.LiveSnapshot;
import org.bulbil.atlas.store.SqlStore;
import org.bulbil.atlas.store.Store;
import org.bulbil.cli.console.Trouble;
import org.bulbil.core.time.Time;
import org.bulbil.wire.Http;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bulbil atlas export}. */
@Command(
    name = "export",
    description =
        "Writes the pages of a map as files, which any web server can serve or a browser open. They"
            + " show what its store holds; sources that are named here are asked once before.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  bulbil atlas export site                      the map that bulbil atlas keeps in ./atlas",
      "  bulbil atlas export site --documents FOLDER   after reading these",
      "  bulbil atlas export site --demo               an invented one",
      "Exit codes: 0 all well, 1 it failed or a document was refused, 2 typed wrongly."
    })
final class ExportCommand implements Callable<Integer> {

  private static final Jsonb JSON = Jsonb.instance();

  /** Pages from one line of progress to the next. */
  private static final int STRIDE = 2_000;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DIR",
      description = "A folder, new, empty, or of a former export; it is replaced as a whole.")
  private Path folder;

  @Mixin private SourceOptions sources;

  @Mixin private AtlasOptions options;

  @Option(names = "--json", description = "One JSON object on standard output.")
  private boolean json;

  /** What was written. */
  @Json
  record Summary(String folder, long files, long bytes, int relays) {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    var time = options.time();
    try (var http = new Http(OnionooServer.LIMITS);
        var store =
            SqlStore.open(
                options.store(), AtlasOptions.chain(options.network(sources.network())), time)) {
      var turn = new Once();
      if (!sources.isLive()) {
        IngestLog.onlyMistakes();
        try (var rounds = new Rounds(store, time)) {
          turn.ask(sources.sources(http, time, DocumentsFolder::sinceLast), rounds);
        }
      }
      turn.remarks().forEach(spec.commandLine().getErr()::println);
      tell(write(store, time));
      return turn.isWell() ? 0 : 1;
    }
  }

  private Summary write(Store store, Time time) throws IOException {
    var snapshots = new LiveSnapshot(store, time);
    var relays = snapshots.get().relays().size();
    if (relays == 0) {
      throw new Trouble("the map is empty; run bulbil atlas first, or name a source");
    }
    var site = sources.site(AtlasOptions.chain(options.network(sources.network())));
    var pages =
        new Pages(new CurrentIndex(snapshots), store, site, options.giving(Optional.empty(), time));
    var written = new Export(folder).write(new Walk(pages, time.now()), this::tellLeft);
    return new Summary(folder.toString(), written.files(), written.bytes(), relays);
  }

  private void tellLeft(int pages) {
    if (pages % STRIDE == 0 && pages > 0) {
      spec.commandLine().getErr().println("%,d pages are left".formatted(pages));
    }
  }

  private void tell(Summary summary) {
    spec.commandLine()
        .getOut()
        .println(
            json
                ? JSON.toJson(summary)
                : "%s: %d files, %.1f MB, %d relays."
                    .formatted(
                        summary.folder(),
                        summary.files(),
                        summary.bytes() / 1e6,
                        summary.relays()));
  }
}
