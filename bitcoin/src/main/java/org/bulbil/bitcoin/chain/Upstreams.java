package org.bulbil.bitcoin.chain;

import fr.acinq.bitcoin.BlockHeader;
import fr.acinq.bitcoin.Transaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.bulbil.bitcoin.LockingScript;
import org.bulbil.bitcoin.OutPoint;
import org.bulbil.bitcoin.TxId;
import org.bulbil.core.outcome.Outcome;

/**
 * Several chain sources heard as one. Where they contradict each other about what is confirmed, the
 * answer is unknown; one that does not answer is left out and remarked. What we can check ourselves
 * (headers, transactions, proofs) comes from the first that has it.
 *
 * <p>A silent source costs one long wait a turn and not one a question: whoever gave no answer is
 * asked again only when the next turn begins, with {@link #tip}, or when nobody else answers.
 */
public final class Upstreams implements ChainSource {

  /** Blocks that tips may differ by while a new block travels. */
  private static final int TIP_SPREAD_MAX = 2;

  private final List<ChainSource> sources;
  private final Map<String, String> troubles = new ConcurrentSkipListMap<>();

  /**
   * @param sources at least one, with different names
   */
  public Upstreams(List<ChainSource> sources) {
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("a wallet needs at least one chain server; name one");
    }
    if (sources.stream().map(ChainSource::name).distinct().count() < sources.size()) {
      throw new IllegalArgumentException("two chain servers have one name");
    }
    this.sources = List.copyOf(sources);
  }

  @Override
  public String name() {
    return String.join(" + ", sources.stream().map(ChainSource::name).toList());
  }

  /** Which sources gave no answer when last asked, for people. */
  public List<String> remarks() {
    return troubles.entrySet().stream()
        .map(trouble -> trouble.getKey() + " gives no answer: " + trouble.getValue())
        .toList();
  }

  /** The lowest of the tips, which all of them have. Asks the silent ones again. */
  @Override
  public Outcome<Tip> tip() {
    troubles.clear();
    return all(ChainSource::tip).flatMap(Upstreams::agreedTip);
  }

  private static Outcome<Tip> agreedTip(List<Tip> tips) {
    var byHeight = Comparator.comparingInt(Tip::height);
    var lowest = tips.stream().min(byHeight).orElseThrow();
    var highest = tips.stream().max(byHeight).orElseThrow();
    return highest.height() - lowest.height() > TIP_SPREAD_MAX
        ? Outcome.unknown(
            "the chain servers disagree: one is at block %d, another at %d"
                .formatted(lowest.height(), highest.height()))
        : Outcome.done(lowest);
  }

  @Override
  public Outcome<List<BlockHeader>> headers(int from, int count) {
    return first(source -> source.headers(from, count));
  }

  /** The first server's page, with what only others have in their mempool. */
  @Override
  public Outcome<HistoryPage> history(LockingScript script, Optional<TxId> after) {
    return all(source -> source.history(script, after)).flatMap(Upstreams::agreedPage);
  }

  private static Outcome<HistoryPage> agreedPage(List<HistoryPage> pages) {
    var first = pages.getFirst();
    for (var other : pages) {
      if (!first.coversConfirmedOf(other) || !other.coversConfirmedOf(first)) {
        return Outcome.unknown("the chain servers list different confirmed transactions for us");
      }
    }
    var sightings = new ArrayList<>(first.sightings());
    pages.forEach(
        page ->
            page.sightings().stream()
                .filter(sighting -> !sighting.isConfirmed())
                .filter(
                    sighting ->
                        sightings.stream()
                            .noneMatch(known -> known.transaction().equals(sighting.transaction())))
                .forEach(sightings::add));
    return Outcome.done(new HistoryPage(sightings, first.next()));
  }

  /** What any of them has seen. */
  @Override
  public Outcome<List<TxId>> mempool(LockingScript script) {
    return all(source -> source.mempool(script))
        .map(
            lists -> {
              var union = new LinkedHashSet<TxId>();
              lists.forEach(union::addAll);
              return List.copyOf(union);
            });
  }

  @Override
  public Outcome<Transaction> transaction(TxId id) {
    return first(source -> source.transaction(id));
  }

  @Override
  public Outcome<MerkleProof> merkleProof(TxId id) {
    return first(source -> source.merkleProof(id));
  }

  /** The lowest estimate of each target; {@link #feeLevels} tells both ends. */
  @Override
  public Outcome<FeeEstimates> feeEstimates() {
    return all(ChainSource::feeEstimates).map(estimates -> FeeLevels.of(estimates).low());
  }

  /** The lowest and the highest estimates; of those that answer. */
  public Outcome<FeeLevels> feeLevels() {
    return all(ChainSource::feeEstimates).map(FeeLevels::of);
  }

  /** Hands it to all of them; done where one took it, refused only where all refuse. */
  @Override
  public Outcome<TxId> broadcast(Transaction transaction) {
    var answers = asked(source -> source.broadcast(transaction));
    return answers.stream()
        .filter(Outcome.Done.class::isInstance)
        .findFirst()
        .or(() -> answers.stream().filter(Outcome.Unknown.class::isInstance).findFirst())
        .orElseGet(answers::getFirst);
  }

  /** Unknown where one has it in another block than another; what only one knows is waiting. */
  @Override
  public Outcome<Sighting> status(TxId id) {
    return all(source -> source.status(id))
        .flatMap(sightings -> agreed(sightings, "servers differ about the block of " + id));
  }

  /** Unknown where they name different ones. */
  @Override
  public Outcome<Optional<Sighting>> spender(OutPoint point) {
    return all(source -> source.spender(point))
        .flatMap(spenders -> agreed(spenders, "servers differ about who spends " + point));
  }

  private static <T> Outcome<T> agreed(List<T> answers, String otherwise) {
    return answers.stream().distinct().count() == 1
        ? Outcome.done(answers.getFirst())
        : Outcome.unknown(otherwise);
  }

  private <T> Outcome<T> ask(ChainSource source, Function<ChainSource, Outcome<T>> question) {
    var answer = question.apply(source);
    if (answer instanceof Outcome.Unknown<T>(String cause)) {
      troubles.put(source.name(), cause);
    } else {
      troubles.remove(source.name());
    }
    return answer;
  }

  private List<ChainSource> silent() {
    return sources.stream().filter(source -> troubles.containsKey(source.name())).toList();
  }

  private List<ChainSource> silentLast(List<ChainSource> silent) {
    return sources.stream().sorted(Comparator.comparing(silent::contains)).toList();
  }

  /** What those say who answered so far this turn; where they do not, the others as well. */
  private <T> List<Outcome<T>> asked(Function<ChainSource, Outcome<T>> question) {
    var silent = silent();
    var outcomes = new ArrayList<Outcome<T>>();
    sources.stream()
        .filter(source -> !silent.contains(source))
        .forEach(source -> outcomes.add(ask(source, question)));
    if (outcomes.stream().noneMatch(Outcome.Done.class::isInstance)) {
      silent.forEach(source -> outcomes.add(ask(source, question)));
    }
    return outcomes;
  }

  /** The answers of those that answer; the first failure where none does. */
  private <T> Outcome<List<T>> all(Function<ChainSource, Outcome<T>> question) {
    var outcomes = asked(question);
    var answers = outcomes.stream().flatMap(outcome -> outcome.answer().stream()).toList();
    return answers.isEmpty() ? outcomes.getFirst().map(List::of) : Outcome.done(answers);
  }

  /**
   * The first answer, asking no further; else the first refusal, else unknown. The silent ones are
   * asked only where the others neither answer nor refuse.
   */
  private <T> Outcome<T> first(Function<ChainSource, Outcome<T>> question) {
    var silent = silent();
    var failures = new ArrayList<Outcome<T>>();
    for (var source : silentLast(silent)) {
      if (silent.contains(source) && isRefused(failures)) {
        break;
      }
      var answer = ask(source, question);
      if (answer instanceof Outcome.Done<T>) {
        return answer;
      }
      failures.add(answer);
    }
    return failures.stream()
        .filter(Outcome.Refused.class::isInstance)
        .findFirst()
        .orElseGet(failures::getFirst);
  }

  private static <T> boolean isRefused(List<Outcome<T>> failures) {
    return failures.stream().anyMatch(Outcome.Refused.class::isInstance);
  }
}
