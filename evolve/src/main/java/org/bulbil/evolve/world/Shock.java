package org.bulbil.evolve.world;

import org.bulbil.core.money.FeeRate;

/** Something bad that befalls the whole world on a day. */
public sealed interface Shock {

  /** Stands for every provider. */
  String EVERYWHERE = "everywhere";

  /** The world's day on which it begins, from 0. */
  int day();

  /**
   * A provider ends servers without warning, with the purses on them.
   *
   * @param provider its name, or {@value #EVERYWHERE}
   * @param share of its relays
   */
  record Ban(int day, String provider, double share) implements Shock {
    public Ban {
      checkDay("ban", day);
      Bounds.within("ban.share", share, 0, 1);
    }
  }

  /**
   * Donors give less.
   *
   * @param days that it lasts
   * @param share of the gifts that stays away
   */
  record Drought(int day, int days, double share) implements Shock {
    public Drought {
      checkDay("drought", day);
      Bounds.within("drought.days", days, 1, 36_500);
      Bounds.within("drought.share", share, 0, 1);
    }
  }

  /**
   * Room in blocks is dear.
   *
   * @param days that it lasts
   * @param rate that a payment has to bid at least
   */
  record DearFees(int day, int days, FeeRate rate) implements Shock {
    public DearFees {
      checkDay("dear_fees", day);
      Bounds.within("dear_fees.days", days, 1, 36_500);
    }
  }

  /**
   * Bitcoin loses value, by the same share each day, and stays there.
   *
   * @param days until the bottom
   * @param share that is lost then
   */
  record Crash(int day, int days, double share) implements Shock {
    public Crash {
      checkDay("crash", day);
      Bounds.within("crash.days", days, 1, 36_500);
      Bounds.within("crash.share", share, 0, 0.99);
    }
  }

  private static void checkDay(String shock, int day) {
    Bounds.within(shock + ".day", day, 0, 1_000_000);
  }
}
