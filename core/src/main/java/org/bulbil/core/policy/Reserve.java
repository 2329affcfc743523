package org.bulbil.core.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bulbil.core.genome.Gene;
import org.bulbil.core.genome.Genome;

/**
 * What a relay keeps before it gives anything to a child, and why.
 *
 * <p>The gene says how rare ruin is to be: its usual 60 stands for one case in ten, and each
 * further 60 makes it ten times rarer. From Lundberg's equation that takes {@code u = ln 10 ·
 * gene/60 / R} rent-days; never less than bridge a bad month of fees, never more than is worth the
 * risk that idle money dies with the server.
 *
 * @param days of rent, {@value #LEAST} to {@value #MOST}
 * @param outlook that it follows from
 */
public record Reserve(double days, Outlook outlook) {

  /** One bad month of fees, in rent-days. */
  public static final double LEAST = 21;

  /** Idle money dies with the server, in rent-days. */
  public static final double MOST = 120;

  /** Below it a gift a week does not come. */
  private static final double RARE = 1.0 / 7;

  /** Sizes of which the square's mean is so many times the mean's square: a few large ones. */
  private static final double UNEVEN = 1.6;

  /** Income that is hardly more than the rent. */
  private static final double SCARCE = 1.25;

  /** As many gifts as the prior counts for: with fewer, it says more than they do. */
  private static final int FEW = Prior.GIFTS;

  public static Reserve of(Outlook outlook, Genome genome) {
    return new Reserve(days(outlook, genome), outlook);
  }

  /** The days alone. */
  static double days(Outlook outlook, Genome genome) {
    double scale = (double) genome.reserveDays() / Gene.RESERVE.usual();
    return outlook.decay() > 0
        ? Math.clamp(Math.log(10) * scale / outlook.decay(), LEAST, MOST)
        : MOST;
  }

  /** As in {@code keeps 74 days because gifts are rare and uneven}. */
  public String words() {
    return String.format(Locale.ROOT, "keeps %.0f days because %s", days, reason());
  }

  private String reason() {
    if (outlook.gifts() == 0) {
      return "no gift has come yet";
    }
    if (outlook.decay() == 0) {
      return "gifts do not pay the rent in the long run";
    }
    if (days == LEAST) {
      return "fees can be high for a month, though gifts are good";
    }
    var reasons = reasons();
    return reasons.isEmpty() ? "gifts come by chance, though good" : "gifts are " + join(reasons);
  }

  private List<String> reasons() {
    var reasons = new ArrayList<String>();
    if (outlook.gifts() < FEW) {
      reasons.add("few yet");
    } else if (outlook.giftsPerDay() < RARE) {
      reasons.add("rare");
    }
    if (outlook.unevenness() > UNEVEN) {
      reasons.add("uneven");
    }
    if (outlook.income() < SCARCE) {
      reasons.add("hardly more than the rent");
    }
    return reasons;
  }

  private static String join(List<String> reasons) {
    int last = reasons.size() - 1;
    return last == 0
        ? reasons.getFirst()
        : String.join(", ", reasons.subList(0, last)) + " and " + reasons.get(last);
  }
}
