package org.bulbil.atlas.api.onionoo;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.bulbil.atlas.query.Derived;
import org.bulbil.atlas.query.Index;
import org.bulbil.core.time.Time;

/** The library of the index that is in force. */
final class CurrentLibrary implements Supplier<Library> {

  private final Derived<Index, Library> library;

  CurrentLibrary(Supplier<Index> indexes, Time time, Executor worker) {
    this.library = new Derived<>(indexes, new Writing(time), worker);
  }

  @Override
  public Library get() {
    return library.get();
  }

  private record Writing(Time time) implements Derived.Maker<Index, Library> {

    @Override
    public boolean holds(Library library, Index index) {
      return library.index() == index;
    }

    /** Where only purses and the health of sources are new, nothing is written again. */
    @Override
    public Library make(Index index, Optional<Library> former) {
      return former
          .filter(library -> library.index().isOfSameNodes(index))
          .map(library -> library.of(index))
          .orElseGet(() -> new Library(index, time.now()));
    }
  }
}
