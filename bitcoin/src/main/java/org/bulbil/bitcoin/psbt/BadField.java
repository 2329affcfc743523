package org.bulbil.bitcoin.psbt;

/** Something that a person typed and that breaks a rule; the message says which. */
public final class BadField extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  private final String field;

  /**
   * @param field what it was typed into
   * @param why the rule, or what is missing
   */
  BadField(String field, String why) {
    super(why);
    this.field = field;
  }

  BadField(String field, RuntimeException cause) {
    super(String.valueOf(cause.getMessage()), cause);
    this.field = field;
  }

  /** The field's name, as {@link FundsQuery} has it: {@code from}, {@code coin} … */
  public String field() {
    return field;
  }
}
