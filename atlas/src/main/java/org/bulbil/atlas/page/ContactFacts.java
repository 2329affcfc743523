package org.bulbil.atlas.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bulbil.core.contact.ContactInfo;

/**
 * A contact line as a table of its fields. It is whatever somebody wrote: shown visibly, without
 * whole e-mail addresses, and linked only where a value is a plain http or https URL.
 */
final class ContactFacts {

  /** A table that is still read; the line itself stands below it. */
  private static final int FIELDS_MAX = 40;

  /** No user part (which makes a link look like another), no blanks, no quotes. */
  private static final Pattern LINK =
      Pattern.compile(
          "https?://[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?(?::[0-9]{1,5})?"
              + "(?:[/?#][A-Za-z0-9/?#@!$&()*+,;=:._~%-]{0,400})?");

  private ContactFacts() {}

  static List<Fact> of(String line) {
    var facts = new ArrayList<Fact>();
    ContactInfo.read(line).fields().entrySet().stream()
        .limit(FIELDS_MAX)
        .forEach(e -> facts.add(new Fact(Shown.text(e.getKey()), bit(e.getKey(), e.getValue()))));
    return facts;
  }

  private static Fact.Bit bit(String key, String value) {
    if (key.equals("email") || key.equals("abuse") || key.equals("xmpp")) {
      return new Fact.Bit.Plain(mailbox(value));
    }
    return link(key, value)
        .<Fact.Bit>map(href -> new Fact.Bit.Outside(value, href))
        .orElseGet(() -> new Fact.Bit.Plain(Shown.masked(value)));
  }

  /** Whatever form it has: what is not recognised as a mailbox is not shown in full either. */
  private static String mailbox(String value) {
    var masked = Shown.masked(value);
    if (!masked.equals(Shown.text(value))) {
      return masked;
    }
    return masked.length() <= 2 ? "…" : masked.substring(0, 2) + "…";
  }

  private static Optional<String> link(String key, String value) {
    var href = key.equals("url") && !value.contains("://") ? "https://" + value : value;
    return Optional.of(href).filter(LINK.asMatchPredicate());
  }
}
