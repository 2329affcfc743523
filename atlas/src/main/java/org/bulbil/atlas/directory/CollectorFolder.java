package org.bulbil.atlas.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bulbil.atlas.ingest.Source;
import org.bulbil.atlas.ingest.Told;
import org.bulbil.atlas.store.Store;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.directory.Consensus;
import org.bulbil.tor.directory.DescriptorSignature;
import org.bulbil.tor.directory.ExtraInfos;
import org.bulbil.tor.directory.ServerDescriptor;
import org.bulbil.tor.directory.ServerDescriptors;

/**
 * A folder as CollecTor keeps it: consensuses, server descriptors and extra-infos in any number of
 * files, plain, .gz or .xz, in folders of any depth. Whoever fills it is believed who was in the
 * network; what a relay says needs the relay's signature.
 */
public final class CollectorFolder implements Source {

  private final Path folder;
  private final Duration interval;
  private Optional<Map<Path, String>> looked = Optional.empty();

  /**
   * @param interval between two looks; the folder is read only where a file has changed
   */
  public CollectorFolder(Path folder, Duration interval) {
    this.folder = folder;
    this.interval = interval;
  }

  @Override
  public String name() {
    return "folder " + folder.getFileName();
  }

  @Override
  public Duration interval() {
    return interval;
  }

  @Override
  public Outcome<Told> bringUpToDate(Store store) {
    try {
      var files = DirectoryFile.in(folder);
      var marks = marks(files);
      if (looked.filter(marks::equals).isPresent()) {
        return Outcome.done(Told.nothingNew());
      }
      var told = new Reading(store, files).read();
      looked = Optional.of(marks);
      return told;
    } catch (IOException e) {
      return Outcome.unknown("the folder %s cannot be read: %s".formatted(folder, e.getMessage()));
    }
  }

  /** What changes when a file does. */
  private static Map<Path, String> marks(List<DirectoryFile> files) throws IOException {
    var marks = new HashMap<Path, String>();
    for (var file : files) {
      marks.put(
          file.path(), Files.size(file.path()) + " " + Files.getLastModifiedTime(file.path()));
    }
    return marks;
  }

  /** One reading of all files: descriptors first, since they have the keys for the rest. */
  private static final class Reading {

    private final Store store;
    private final Map<DirectoryFile.Kind, List<DirectoryFile>> files = new HashMap<>();
    private final Map<Fingerprint, ServerDescriptor> descriptors = new HashMap<>();
    private final List<String> remarks = new ArrayList<>();
    private long skipped;

    Reading(Store store, List<DirectoryFile> all) {
      this.store = store;
      for (var file : all) {
        file.kind(remarks::add)
            .ifPresent(kind -> files.computeIfAbsent(kind, _ -> new ArrayList<>()).add(file));
      }
    }

    Outcome<Told> read() {
      var pending = pending();
      if (pending.isEmpty()) {
        return of(DirectoryFile.Kind.CONSENSUS).isEmpty()
            ? Outcome.unknown("the folder holds no consensus")
            : Outcome.done(Told.nothingNew());
      }
      for (var file : of(DirectoryFile.Kind.DESCRIPTORS)) {
        file.text(remarks::add).map(ServerDescriptors::parse).ifPresent(this::keep);
      }
      var genuine = new GenuineInfos(relay -> Optional.ofNullable(descriptors.get(relay)));
      for (var file : of(DirectoryFile.Kind.EXTRA_INFOS)) {
        file.text(remarks::add).map(ExtraInfos::parse).ifPresent(found -> keep(found, genuine));
      }
      skipped += genuine.forged();
      return write(pending.stream().map(Pending::file).toList(), genuine);
    }

    private List<DirectoryFile> of(DirectoryFile.Kind kind) {
      return files.getOrDefault(kind, List.of());
    }

    /** A file with a consensus that was not written down yet. */
    private record Pending(Instant validAfter, DirectoryFile file) {}

    private List<Pending> pending() {
      var newest = Register.newest(store).orElse(Instant.MIN);
      var pending = new ArrayList<Pending>();
      for (var file : of(DirectoryFile.Kind.CONSENSUS)) {
        file.validAfter()
            .filter(newest::isBefore)
            .ifPresent(moment -> pending.add(new Pending(moment, file)));
      }
      pending.sort(Comparator.comparing(Pending::validAfter));
      return pending;
    }

    private void keep(ServerDescriptors found) {
      skipped += found.skipped().size();
      for (var descriptor : found.descriptors()) {
        if (DescriptorSignature.check(descriptor) instanceof Outcome.Done) {
          descriptors.merge(descriptor.fingerprint(), descriptor, NetworkView::newer);
        } else {
          skipped++;
        }
      }
    }

    private void keep(ExtraInfos found, GenuineInfos genuine) {
      skipped += found.skipped().size();
      genuine.add(found.infos());
    }

    private Outcome<Told> write(List<DirectoryFile> pending, GenuineInfos genuine) {
      var register = new Register(store);
      register.add(genuine.infos());
      Optional<NetworkView> last = Optional.empty();
      for (var file : pending) {
        var read = file.text(remarks::add).map(Consensus::parse);
        if (read.isPresent() && read.get() instanceof Outcome.Done<Consensus>(Consensus found)) {
          var view =
              last.map(before -> before.at(found))
                  .orElseGet(() -> NetworkView.ofGenuine(found, descriptors));
          register.add(view);
          last = Optional.of(view);
        } else {
          read.ifPresent(why -> remarks.add(file.path().getFileName() + ": " + why.summary()));
        }
      }
      last.ifPresent(register::write);
      return last.<Outcome<Told>>map(view -> Outcome.done(told(view, pending, genuine)))
          .orElseGet(() -> Outcome.unknown(String.join("; ", remarks)));
    }

    private Told told(NetworkView view, List<DirectoryFile> pending, GenuineInfos genuine) {
      var counts = new LinkedHashMap<String, Long>();
      counts.put("relays", (long) view.consensus().relays().size());
      counts.put("consensuses", (long) pending.size());
      counts.put("descriptors", (long) descriptors.size());
      counts.put("extra-infos", (long) genuine.infos().size());
      counts.put("skipped", skipped + view.consensus().skipped().size());
      return new Told(
          Optional.of(view.consensus().validAfter()),
          counts,
          remarks.stream().distinct().limit(DirectoryFile.REMARKS_MAX).toList());
    }
  }
}
