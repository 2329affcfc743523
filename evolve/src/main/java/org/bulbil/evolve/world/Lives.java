package org.bulbil.evolve.world;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Everybody who ever lived, by id: the family tree, and how long each lived. Twenty-two bytes a
 * life.
 */
public final class Lives {

  /** In place of a parent's id. */
  private static final int FOUNDER = -1;

  /** In place of the day of an end. */
  private static final int STILL_ALIVE = -1;

  private int count;
  private int[] parent = {};
  private int[] born = {};
  private int[] ended = {};
  private End[] how = {};
  private short[] generation = {};
  private Breed[] breed = {};

  /**
   * One life.
   *
   * @param id from 0, in the order of birth
   * @param parent its id; -1 for a founder
   * @param generation 0 for a founder
   * @param born day
   * @param ended day, -1 while it lives
   * @param how it ended; of no meaning while it lives
   * @param breed what it inherited
   */
  public record Life(
      int id, int parent, int generation, int born, int ended, End how, Breed breed) {

    public boolean isOver() {
      return ended != STILL_ALIVE;
    }

    /** Whether it lives when this day has ended. */
    public boolean isThereAfter(int day) {
      return born <= day && (!isOver() || ended > day);
    }

    public boolean isFounder() {
      return parent == FOUNDER;
    }
  }

  void founded(int id, Breed kind) {
    begun(id, FOUNDER, 0, 0, kind);
  }

  void begun(int id, int of, int depth, int day, Breed kind) {
    reach(id + 1);
    count = id + 1;
    parent[id] = of;
    generation[id] = (short) depth;
    born[id] = day;
    ended[id] = STILL_ALIVE;
    how[id] = End.UNPAID;
    breed[id] = kind;
  }

  /** Different lives may end by different threads. */
  void ended(int id, int day, End cause) {
    ended[id] = day;
    how[id] = cause;
  }

  private void reach(int lives) {
    if (lives > parent.length) {
      int room = Math.max(64, lives + lives / 2);
      parent = Arrays.copyOf(parent, room);
      born = Arrays.copyOf(born, room);
      ended = Arrays.copyOf(ended, room);
      how = Arrays.copyOf(how, room);
      generation = Arrays.copyOf(generation, room);
      breed = Arrays.copyOf(breed, room);
    }
  }

  public int count() {
    return count;
  }

  public Life get(int id) {
    if (id < 0 || id >= count) {
      throw new IndexOutOfBoundsException(id);
    }
    return new Life(id, parent[id], generation[id], born[id], ended[id], how[id], breed[id]);
  }

  public Stream<Life> all() {
    return IntStream.range(0, count).mapToObj(this::get);
  }
}
