package org.bulbil.core.contact;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The contact line that a relay of ours publishes.
 *
 * @param email of whoever answers for the relay
 * @param hoster domain of the provider, where it has one
 * @param btc the address that gifts go to: 14 to 99 letters and digits; the wallet has checked it
 * @param heritage generation, parent and genome digest
 */
public record ContactLine(Email email, Optional<String> hoster, String btc, Heritage heritage) {

  private static final Pattern DOMAIN =
      Pattern.compile("(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{1,62}");

  public ContactLine {
    if (!ContactInfo.ADDRESS.matcher(btc).matches()) {
      throw new IllegalArgumentException("not the form of a bitcoin address: " + btc);
    }
    hoster.ifPresent(ContactLine::checkDomain);
  }

  private static void checkDomain(String hoster) {
    if (!DOMAIN.matcher(hoster).matches()) {
      throw new IllegalArgumentException(
          "a hoster is named by its domain in lower case, such as vultr.com, not " + hoster);
    }
  }

  /**
   * The line: printable ASCII without quotes, backslashes or number signs, at most 800 characters,
   * so that it needs no escaping in torrc or on the control port.
   */
  public String text() {
    return "email:"
        + email.masked()
        + hoster.map(domain -> " hoster:" + domain).orElse("")
        + " btc:"
        + btc
        + " ciissversion:2 "
        + heritage.text();
  }
}
