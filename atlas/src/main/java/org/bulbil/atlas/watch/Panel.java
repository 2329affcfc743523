package org.bulbil.atlas.watch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bulbil.bitcoin.LockingScript;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;

/**
 * The chain servers in one turn. What is in blocks counts where two of them say the same, or where
 * there is only one; who has not answered is not asked again in this turn.
 */
final class Panel {

  private final List<ChainSource> sources;
  private final Pace pace;
  private final Time time;
  private final Set<ChainSource> silent = new HashSet<>();

  Panel(List<ChainSource> sources, Pace pace, Time time) {
    this.sources = sources;
    this.pace = pace;
    this.time = time;
  }

  /** A question to a server. */
  interface Question<T> {
    Outcome<T> ask(ChainSource source);
  }

  /** What two servers list; refused where it is too much, unknown where no two agree. */
  Outcome<Listing> listing(LockingScript script, Passbook known) throws InterruptedException {
    var heard = new ArrayList<Listing>();
    Outcome<Listing> last = Outcome.unknown("no chain server answers");
    for (var source : talking()) {
      last = ask(source, it -> Listing.read(it, script, known));
      if (last instanceof Outcome.Done<Listing>(Listing listing)) {
        var same = heard.stream().filter(listing::agreesWith).findFirst();
        if (same.isPresent() || sources.size() == 1) {
          return Outcome.done(same.map(listing::and).orElse(listing));
        }
        heard.add(listing);
      }
    }
    return heard.isEmpty() ? last : Outcome.unknown(disagreement(heard.size()));
  }

  private static String disagreement(int heard) {
    return heard == 1
        ? "only one chain server answers, and nobody confirms what it says"
        : "the chain servers contradict one another";
  }

  /** The first answer, to what can be checked without trusting anybody. */
  <T> Outcome<T> first(Question<T> question) throws InterruptedException {
    Outcome<T> last = Outcome.unknown("no chain server answers");
    for (var source : talking()) {
      last = ask(source, question);
      if (last instanceof Outcome.Done<T>) {
        return last;
      }
    }
    return last;
  }

  private <T> Outcome<T> ask(ChainSource source, Question<T> question) throws InterruptedException {
    time.pause(pace.betweenRequests());
    var answer = question.ask(source);
    if (answer instanceof Outcome.Unknown<T>) {
      silent.add(source);
    }
    return answer;
  }

  private List<ChainSource> talking() {
    return sources.stream().filter(source -> !silent.contains(source)).toList();
  }
}
