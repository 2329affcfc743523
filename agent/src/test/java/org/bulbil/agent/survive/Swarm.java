package org.bulbil.agent.survive;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The faults of one life: each seed draws which there are at all, how often each strikes and how
 * long its bad spells and the pauses between them are (swarm testing: lives with few, different
 * faults find more than lives with all of them).
 */
final class Swarm {

  private static final double CALM_LIVES = 0.05;
  private static final double SHARE_LEAST = 0.05;
  private static final double SHARE_MOST = 0.6;
  private static final Duration SPELL_SHORTEST = Duration.ofHours(6);
  private static final Duration SPELL_LONGEST = Duration.ofDays(6);
  private static final Duration PAUSE_SHORTEST = Duration.ofDays(2);
  private static final Duration PAUSE_LONGEST = Duration.ofDays(25);

  /** One fault in this life. */
  private static final class Spell {
    private final double chance;
    private final Duration spell;
    private final Duration pause;
    private boolean isOn;
    private Instant changes = Instant.MIN;

    Spell(Fault fault, Dice dice) {
      chance = fault.chance(dice);
      spell = between(SPELL_SHORTEST, SPELL_LONGEST, dice);
      pause = between(PAUSE_SHORTEST, PAUSE_LONGEST, dice);
    }

    private static Duration between(Duration least, Duration most, Dice dice) {
      return Duration.ofSeconds(dice.spread(least.toSeconds(), most.toSeconds()));
    }

    void calm() {
      isOn = false;
      changes = Instant.MIN;
    }

    void turn(Instant now, Dice dice) {
      if (changes.equals(Instant.MIN)) {
        changes = now.plus(dice.wait(pause));
      } else if (!now.isBefore(changes)) {
        isOn = !isOn;
        changes = now.plus(dice.wait(isOn ? spell : pause));
      }
    }
  }

  private final Dice dice;
  private final Map<Fault, Spell> spells = new EnumMap<>(Fault.class);

  Swarm(Dice dice) {
    this.dice = dice;
    double share = dice.chance(CALM_LIVES) ? 0 : dice.spread(SHARE_LEAST, SHARE_MOST);
    for (var fault : Fault.values()) {
      var spell = new Spell(fault, dice.split());
      if (dice.chance(share)) {
        spells.put(fault, spell);
      }
    }
  }

  /** Begins and ends bad spells. */
  void turn(Instant now, Diary diary) {
    spells.forEach(
        (fault, spell) -> {
          boolean wasOn = spell.isOn;
          spell.turn(now, dice);
          if (wasOn != spell.isOn) {
            diary.note(spell.isOn ? "-- %s begins" : "-- %s is over", fault);
          }
        });
  }

  /** Whether it is among the faults of this life. */
  boolean has(Fault fault) {
    return spells.containsKey(fault);
  }

  /** Ends all bad spells: another world begins. */
  void calm() {
    spells.values().forEach(Spell::calm);
  }

  /** Whether there is a bad spell of it now. */
  boolean isOn(Fault fault) {
    var spell = spells.get(fault);
    return spell != null && spell.isOn;
  }

  /** Whether it strikes here and now. */
  boolean strikes(Fault fault) {
    var spell = spells.get(fault);
    return spell != null && spell.isOn && dice.chance(spell.chance);
  }

  /** Which there are in this life, and how often each strikes in its spells. */
  @Override
  public String toString() {
    return spells.isEmpty()
        ? "none"
        : spells.entrySet().stream()
            .map(entry -> words(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(", "));
  }

  private static String words(Fault fault, Spell spell) {
    return String.format(
        Locale.ROOT,
        "%s %.3f (for %dh every %dh)",
        fault,
        spell.chance,
        spell.spell.toHours(),
        spell.pause.toHours());
  }
}
