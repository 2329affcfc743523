package org.bulbil.atlas.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What a relay or bridge must be to be among the answers. */
public sealed interface Criterion {

  /** Relays or bridges. */
  enum Kind {
    RELAY,
    BRIDGE
  }

  /** Which of its two dates. */
  enum Seen {
    FIRST,
    LAST
  }

  record OfKind(Kind kind) implements Criterion {}

  record Running(boolean wanted) implements Criterion {}

  /**
   * Part of the nickname, the beginning of a fingerprint (of its SHA-1, of its base64) or of an
   * address, or a block of four digits of the fingerprint.
   *
   * @param term one word, as typed
   */
  record Search(String term) implements Criterion {}

  /**
   * One of these.
   *
   * @param fingerprints or their SHA-1, 40 letters and digits, upper case
   */
  record Lookup(Set<String> fingerprints) implements Criterion {

    public Lookup {
      fingerprints = Set.copyOf(fingerprints);
    }
  }

  /**
   * In that country.
   *
   * @param code two small letters; {@code xz} for unknown
   */
  record Country(String code) implements Criterion {}

  /**
   * In one of these autonomous systems.
   *
   * @param numbers 0 for unknown
   */
  record AutonomousSystems(Set<Long> numbers) implements Criterion {

    public AutonomousSystems {
      numbers = Set.copyOf(numbers);
    }
  }

  /**
   * In an autonomous system of such a name.
   *
   * @param parts in small letters, all contained
   */
  record AsName(List<String> parts) implements Criterion {

    public AsName {
      parts = List.copyOf(parts);
    }
  }

  /**
   * Has that flag.
   *
   * @param name in small letters
   */
  record Flag(String name) implements Criterion {}

  /**
   * Seen so many whole days ago.
   *
   * @param from at least
   * @param to at most
   */
  record SeenDays(Seen seen, int from, int to) implements Criterion {}

  /**
   * Seen on a day (UTC) or after it.
   *
   * @param date first day that counts
   */
  record SeenSince(Seen seen, LocalDate date) implements Criterion {}

  /**
   * Has such a contact line.
   *
   * @param parts in small letters, all contained
   */
  record Contact(List<String> parts) implements Criterion {

    public Contact {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A relay and those that are in a family with it, mutually.
   *
   * @param fingerprint 40 letters and digits, upper case
   */
  record Family(String fingerprint) implements Criterion {}

  /**
   * Runs one of these versions.
   *
   * @param ranges within one of them
   */
  record Versions(List<VersionRange> ranges) implements Criterion {

    public Versions {
      ranges = List.copyOf(ranges);
    }
  }

  /**
   * Runs on such a system.
   *
   * @param prefix in small letters
   */
  record OperatingSystem(String prefix) implements Criterion {}

  /**
   * Has such a host name.
   *
   * @param suffix in small letters, of a name whether verified or not
   */
  record HostName(String suffix) implements Criterion {}

  /** Whether the authorities recommend its version; those of which it is not known never match. */
  record Recommended(boolean wanted) implements Criterion {}

  /** Whether it said within three days before the consensus that it was overloaded. */
  record Overloaded(boolean wanted) implements Criterion {}

  /**
   * A bridge with that transport.
   *
   * @param name in small letters
   */
  record Transport(String name) implements Criterion {}
}
