package org.bulbil.atlas.demo;

import java.util.List;
import java.util.Optional;
import org.bulbil.core.contact.ContactLine;
import org.bulbil.core.contact.Email;

/** What the invented operators write about themselves; some of them mean harm. */
final class DemoContacts {

  private static final Email OURS = new Email("gardener@bulbil.invalid");

  /** Each of them has been seen in some form, or tries what a page must withstand. */
  private static final List<String> HOSTILE =
      List.of(
          "<script>alert(1)</script> <img src=x onerror=alert(2)> \"'><svg/onload=alert(3)>",
          "\u202egnp.exe\u202c right-to-left \u200bzero\u200bwidth\u2060 \ufeffmark",
          "url:javascript:alert(1) donationurl:https://user@example.invalid/ ciissversion:2",
          "btc:bcrt1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq ciissversion:2",
          "</td></tr></table><h1>Send coins to me</h1> ${7*7} #{7*7} {{7*7}} %s%n",
          "Z\u0351\u036b\u0343\u036a\u0302\u0348a\u0310\u034c\u0305l\u0300\u0301go \u001b[2J\u0007",
          "email:long[]example.invalid " + "A".repeat(900));

  private static final List<String> HARMLESS =
      List.of(
          "Random Person <somebody AT example dot invalid>",
          "0xDEADBEEF operator at example dot invalid",
          "email:admin[]example.invalid url:https://relays.example.invalid proof:uri-rsa"
              + " ciissversion:2",
          "https://relays.example.invalid/contact",
          "",
          "email:noc[]example.invalid abuse:abuse[]example.invalid hoster:example.com cost:11.50EUR"
              + " uplinkbw:1000 trafficacct:unmetered ciissversion:2");

  /** One stranger in so many means harm. */
  private static final int HARM = 30;

  private DemoContacts() {}

  static String of(DemoRelay relay) {
    return relay
        .heritage()
        .map(
            heritage ->
                new ContactLine(OURS, Optional.of("example.com"), relay.address().text(), heritage)
                    .text())
        .orElseGet(() -> stranger(relay));
  }

  private static String stranger(DemoRelay relay) {
    if (relay.number() % HARM == 7) {
      return HOSTILE.get(relay.number() / HARM % HOSTILE.size());
    }
    var words = Fortune.one(relay.word("contact"), HARMLESS);
    return Fortune.share(relay.word("generosity")) < 0.2
        ? (words + " btc:" + relay.address()).strip()
        : words;
  }
}
