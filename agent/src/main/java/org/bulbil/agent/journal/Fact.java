package org.bulbil.agent.journal;

import java.time.Instant;
import java.util.List;
import org.bulbil.bitcoin.store.Column;
import org.bulbil.bitcoin.store.Form;

/**
 * The newest value of something.
 *
 * @param at when it got that value
 */
record Fact(String name, String value, Instant at) {

  static final Form<Fact> FORM =
      new Form<>(
          "fact",
          List.of(Column.text("name"), Column.text("value"), Column.number("at")),
          fact -> List.of(fact.name, fact.value, fact.at),
          row -> new Fact(row.text("name"), row.text("value"), row.instant("at")));
}
