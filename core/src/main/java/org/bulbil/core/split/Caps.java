package org.bulbil.core.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Shares in proportion to weights, in which no group gets more than its cap while others can take
 * the rest: weighted max-min fairness over groups that may overlap.
 *
 * <p>All shares rise together, each as fast as its weight. When a group has reached the cap, its
 * members stay where they are and the others go on, until all is given. Every step stops a group
 * for good, so it ends; and k members with a k-th of a weight each stand where the one would.
 *
 * <p>Two exceptions. A group that holds everybody has no cap: there is nobody else to take the
 * rest. And where everybody stands at a cap before all is given, the rest is spread by weight
 * alone, which is what no cap at all would do to it.
 */
final class Caps {

  private final double[] weights;
  private final double cap;
  private final List<Group> groups = new ArrayList<>();
  private final List<List<Group>> memberships = new ArrayList<>();
  private final double[] shares;
  private final boolean[] isStanding;
  private final PriorityQueue<Reached> queue = new PriorityQueue<>();

  /** When a group will have reached its cap, unless a member stops earlier. */
  private record Reached(double level, int group, int version) implements Comparable<Reached> {

    @Override
    public int compareTo(Reached that) {
      int byLevel = Double.compare(level, that.level);
      return byLevel == 0 ? Integer.compare(group, that.group) : byLevel;
    }
  }

  /** Members with one limit. */
  private static final class Group {
    final int index;
    final double limit;
    final int[] members;
    double rising; // weight of those that still rise
    double standing; // share of the others
    int risingMembers;
    int version;

    Group(int index, double limit, int[] members, double weight) {
      this.index = index;
      this.limit = limit;
      this.members = members;
      this.rising = weight;
      this.risingMembers = members.length;
    }

    Reached reached() {
      return new Reached(Math.max(0, limit - standing) / rising, index, version);
    }
  }

  private Caps(double[] weights, double cap) {
    this.weights = weights;
    this.cap = cap;
    this.shares = new double[weights.length];
    this.isStanding = new boolean[weights.length];
    for (int member = 0; member < weights.length; member++) {
      memberships.add(new ArrayList<>());
    }
  }

  /**
   * The shares, which sum up to 1.
   *
   * @param weights each above 0; at least one
   * @param groupsOf each member's groups, by number
   * @param cap above 0, at most 1
   */
  static double[] shares(double[] weights, List<int[]> groupsOf, double cap) {
    var caps = new Caps(weights, cap);
    caps.form(groupsOf);
    caps.rise();
    return caps.rest();
  }

  private void form(List<int[]> groupsOf) {
    var byNumber = new TreeMap<Integer, List<Integer>>();
    for (int member = 0; member < weights.length; member++) {
      for (int group : groupsOf.get(member)) {
        byNumber.computeIfAbsent(group, _ -> new ArrayList<>()).add(member);
      }
    }
    byNumber.values().stream()
        .filter(members -> members.size() < weights.length)
        .distinct() // groups of the same members have the same limit
        .forEach(members -> add(cap, members));
    add(1, IntStream.range(0, weights.length).boxed().toList());
  }

  private void add(double limit, Collection<Integer> ofIndexes) {
    var members = ofIndexes.stream().mapToInt(Integer::intValue).toArray();
    double weight = Arrays.stream(members).mapToDouble(member -> weights[member]).sum();
    var group = new Group(groups.size(), limit, members, weight);
    groups.add(group);
    Arrays.stream(members).forEach(member -> memberships.get(member).add(group));
    queue.add(group.reached());
  }

  private void rise() {
    for (var next = queue.poll(); next != null; next = queue.poll()) {
      var group = groups.get(next.group());
      if (next.version() == group.version && group.risingMembers > 0) {
        stop(group, next.level());
      }
    }
  }

  private void stop(Group group, double level) {
    var touched = new TreeSet<Integer>();
    for (int member : group.members) {
      if (!isStanding[member]) {
        isStanding[member] = true;
        shares[member] = level * weights[member];
        memberships.get(member).forEach(other -> leave(other, member, touched));
      }
    }
    touched.stream().map(groups::get).filter(other -> other.risingMembers > 0).forEach(this::again);
  }

  private void leave(Group group, int member, Collection<Integer> touched) {
    group.rising -= weights[member];
    group.standing += shares[member];
    group.risingMembers--;
    touched.add(group.index);
  }

  private void again(Group group) {
    group.version++;
    queue.add(group.reached());
  }

  private double[] rest() {
    double given = Arrays.stream(shares).sum();
    double rest = Math.max(0, 1 - given);
    double all = Arrays.stream(weights).sum();
    for (int member = 0; member < shares.length; member++) {
      shares[member] += rest * weights[member] / all;
    }
    return shares;
  }
}
