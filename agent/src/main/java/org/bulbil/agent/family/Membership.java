package org.bulbil.agent.family;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.settings.NurseSettings;
import org.bulbil.agent.settings.Settings;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.family.FamilyKey;
import org.bulbil.tor.family.OnionKey;
import org.bulbil.tor.family.SealedFamilyKey;

/**
 * The own relay's place in its family: the key in tor's keys folder, or the way to it. A relay that
 * has no nurse begins a family; one that has waits for its key however long that takes, since a
 * family of its own would be a wrong one. One thread, but for {@link #receive}.
 */
public final class Membership {

  /** The family that this relay once had the key of. */
  private static final String FACT = "family.id";

  /** Pauses double from one heartbeat to this many: ten hours where a heartbeat is ten minutes. */
  private static final int LONGEST_PAUSE = 64;

  private final Path keys;
  private final KeyFile file;
  private final Optional<NurseSettings> nurse;
  private final Duration heartbeat;
  private final Journal journal;
  private final Time time;
  private volatile Optional<FamilyKey> key;
  private Instant nextTry = Instant.MIN;
  private int pause = 1;
  private boolean complained;
  private volatile Optional<Fingerprint> own = Optional.empty();
  private volatile Optional<FamilyKey> brought = Optional.empty();
  private String trouble = "";

  private Membership(Path keys, Settings settings, Journal journal, Time time) {
    this.keys = keys;
    this.file = new KeyFile(keys);
    this.nurse = settings.nurse();
    this.heartbeat = settings.rhythm().heartbeat();
    this.journal = journal;
    this.time = time;
    this.key = Optional.empty();
  }

  /**
   * Finds the key, or makes it where there is nobody to ask.
   *
   * @param keys tor's keys folder
   * @param random one that nobody can guess
   */
  public static Membership in(
      Path keys, Settings settings, Journal journal, Time time, RandomGenerator random) {
    try {
      var membership = new Membership(keys, settings, journal, time);
      membership.find();
      if (membership.key.isEmpty() && membership.expected().isEmpty()) {
        membership.keep(FamilyKey.fresh(random), "begins the family ");
      }
      return membership;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes the key that is there, if it is one and the right one; else sets it aside. */
  private void find() throws IOException {
    try {
      key = file.read().filter(found -> expected().filter(id -> !id.equals(id(found))).isEmpty());
      if (key.isEmpty() && file.read().isPresent()) {
        file.setAside();
        say("the family key in tor's folder was another family's; it is set aside");
      }
    } catch (IllegalArgumentException e) {
      file.setAside();
      say("the family key in tor's folder was damaged; it is set aside");
    }
    key.ifPresent(found -> journal.remember(FACT, found.id()));
  }

  private static FamilyId id(FamilyKey key) {
    return new FamilyId(key.id());
  }

  /**
   * The family that we were told of or once belonged to; empty for a founder at its first start.
   */
  private Optional<FamilyId> expected() {
    return nurse.map(NurseSettings::family).or(() -> journal.recall(FACT).map(FamilyId::new));
  }

  /**
   * Sees to it that tor's folder holds the key, and no other; mends what can be mended and says so.
   * Cheap enough for each heartbeat.
   */
  public void check() {
    try {
      trouble = "";
      if (key.isPresent() && !file.holds(key.get())) {
        file.write(key.get());
        journal.note(
            Entry.Kind.TROUBLE, "tor's family key was gone or changed; it is written anew");
      }
      var others = file.others();
      if (!others.isEmpty()) {
        trouble = "other family keys lie in tor's folder, and tor declares them too: " + others;
      } else if (key.isEmpty() && nurse.isEmpty()) {
        trouble = "the family's key is lost, and nobody was named who has it";
      }
    } catch (IOException e) {
      trouble = "tor's family key cannot be looked at: " + e.getMessage();
    }
  }

  /** What {@link #check} could not mend, in words; empty where all is well. */
  public String trouble() {
    return trouble;
  }

  private void say(String words) {
    journal.note(Entry.Kind.TROUBLE, words);
  }

  /** The key, once we have it. */
  public Optional<FamilyKey> key() {
    return key;
  }

  /** The family that the key lets us declare. */
  public Optional<FamilyId> declared() {
    return key.map(held -> new FamilyId(held.id()));
  }

  /** The family that we belong to, declared or not yet. */
  public FamilyId family() {
    return declared()
        .or(this::expected)
        .orElseThrow(() -> new IllegalStateException("without a nurse there is a key"));
  }

  /**
   * Asks the nurse, where there is a reason to and the last try is long enough ago.
   *
   * @param relay the own one, once the consensus lists it: the nurse cannot know it before
   */
  public void seek(Optional<Fingerprint> relay) {
    if (key.isEmpty()) {
      brought.ifPresent(this::join);
    }
    if (key.isEmpty() && !time.now().isBefore(nextTry)) {
      nurse.ifPresent(
          known -> known.url().ifPresent(url -> relay.ifPresent(self -> ask(url, known, self))));
    }
  }

  /** Learns who the own relay is, listed or not: only it can open what is brought. */
  public void meet(Fingerprint self) {
    own = Optional.of(self);
  }

  /**
   * Takes a key that somebody brings, whoever it is: it is sealed to this relay, and must be that
   * of the family that it was told. Kept for the next {@link #seek}. May be called by any thread.
   */
  Outcome<FamilyId> receive(SealedFamilyKey letter) {
    var known = nurse.filter(_ -> key.isEmpty() && brought.isEmpty());
    if (known.isEmpty()) {
      return Outcome.refused("no key is waited for", 0);
    }
    var opened =
        own.map(self -> open(letter, self, known.get()))
            .orElseGet(() -> Outcome.unknown("the own relay has no fingerprint yet"));
    opened.answer().ifPresent(found -> brought = Optional.of(found));
    return opened.map(found -> new FamilyId(found.id()));
  }

  private void ask(URI url, NurseSettings known, Fingerprint self) {
    nextTry = time.now().plus(heartbeat.multipliedBy(pause));
    pause = Math.min(2 * pause, LONGEST_PAUSE);
    switch (NurseCall.ask(url, self).flatMap(answer -> open(answer, self, known))) {
      case Outcome.Done<FamilyKey>(var found) -> join(found);
      case Outcome.Refused<FamilyKey> refused -> complain(refused);
      case Outcome.Unknown<FamilyKey> unknown -> complain(unknown);
    }
  }

  private Outcome<FamilyKey> open(SealedFamilyKey answer, Fingerprint self, NurseSettings known) {
    try {
      return answer
          .open(self, OnionKey.in(keys))
          .flatMap(
              found ->
                  found.id().equals(known.family().value())
                      ? Outcome.done(found)
                      : Outcome.refused("it is the key of another family", 0));
    } catch (IOException | IllegalArgumentException e) {
      return Outcome.unknown("the own onion key cannot be read: " + e.getMessage());
    }
  }

  private void join(FamilyKey found) {
    try {
      keep(found, "joins the family ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keep(FamilyKey found, String words) throws IOException {
    file.write(found);
    key = Optional.of(found);
    journal.remember(FACT, found.id());
    journal.note(Entry.Kind.FAMILY, words + found.id());
  }

  private void complain(Outcome<FamilyKey> failure) {
    if (!complained) {
      complained = true;
      journal.note(Entry.Kind.FAMILY, "no family key yet, asking again: " + failure.summary());
    }
  }
}
