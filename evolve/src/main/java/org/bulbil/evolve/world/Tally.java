package org.bulbil.evolve.world;

import java.util.Arrays;

/** What happened to some relays on one day. Sums are of whole numbers, so their order is none. */
final class Tally {

  long lived;
  long asked;
  long rent;
  long fees;
  long charity;
  long held;
  long lost;
  long wills;
  long generations;
  long prepaid;
  long unpaid;
  long accidents;
  long banned;

  private int births;
  private int[] parents = {};
  private long[] endowments = {};
  private double[] gifts = {};

  void clear() {
    lived = 0;
    asked = 0;
    rent = 0;
    fees = 0;
    charity = 0;
    held = 0;
    lost = 0;
    wills = 0;
    generations = 0;
    prepaid = 0;
    births = 0;
    unpaid = 0;
    accidents = 0;
    banned = 0;
  }

  /** A child is to be planted, once everybody has lived this day. */
  void birth(int parent, long endowment, double gift) {
    if (births == parents.length) {
      parents = Arrays.copyOf(parents, 2 * births + 4);
      endowments = Arrays.copyOf(endowments, 2 * births + 4);
      gifts = Arrays.copyOf(gifts, 2 * births + 4);
    }
    parents[births] = parent;
    endowments[births] = endowment;
    gifts[births++] = gift;
  }

  int births() {
    return births;
  }

  /** The slot of a birth's parent. */
  int parent(int birth) {
    return parents[birth];
  }

  /** Cents that the child gets. */
  long endowment(int birth) {
    return endowments[birth];
  }

  /** Rent-days of a gift as the parent knows them. */
  double gift(int birth) {
    return gifts[birth];
  }

  /** Adds everything of another. */
  void add(Tally that) {
    addSums(that);
    for (int i = 0; i < that.births; i++) {
      birth(that.parents[i], that.endowments[i], that.gifts[i]);
    }
  }

  /** Adds everything of another but its births. */
  void addSums(Tally that) {
    lived += that.lived;
    asked += that.asked;
    rent += that.rent;
    fees += that.fees;
    charity += that.charity;
    held += that.held;
    lost += that.lost;
    wills += that.wills;
    generations += that.generations;
    prepaid += that.prepaid;
    unpaid += that.unpaid;
    accidents += that.accidents;
    banned += that.banned;
  }

  void end(End how) {
    switch (how) {
      case UNPAID -> unpaid++;
      case ACCIDENT -> accidents++;
      case BANNED -> banned++;
    }
  }

  int ended() {
    return Math.toIntExact(unpaid + accidents + banned);
  }
}
