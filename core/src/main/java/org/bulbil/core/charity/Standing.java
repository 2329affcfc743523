package org.bulbil.core.charity;

import java.time.LocalDate;

/** Whether a beneficiary may be paid. */
public sealed interface Standing {

  /** In words, for people. */
  String words();

  /** It may. */
  record Valid() implements Standing {
    @Override
    public String words() {
      return "valid";
    }
  }

  /** Nobody has looked at the address since {@code last}, the last day of its validity. */
  record Expired(LocalDate last) implements Standing {
    @Override
    public String words() {
      return "expired on " + last;
    }
  }

  /** It must never be paid. */
  record Denied(Denial denial) implements Standing {
    @Override
    public String words() {
      return "denied: " + denial.reason();
    }
  }
}
