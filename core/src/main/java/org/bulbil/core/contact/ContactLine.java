package org.bulbil.core.contact;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The contact line that a relay of ours publishes: what it knows of itself, in the order of CIISS,
 * and nothing that it does not know.
 *
 * @param email of whoever answers for the relay
 * @param website that vouches for the relay
 * @param hoster domain of the provider, where it has one: at most 100 characters
 * @param server that it runs on
 * @param donations a page about giving, of the whole family
 * @param btc the address that gifts go to: 14 to 90 letters and digits; the wallet has checked it
 * @param heritage generation, parent and genome digest
 */
public record ContactLine(
    Email email,
    Optional<Website> website,
    Optional<String> hoster,
    Optional<ServerFacts> server,
    Optional<HttpsUrl> donations,
    String btc,
    Heritage heritage) {

  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9]{14,90}");
  private static final Pattern DOMAIN =
      Pattern.compile("(?=.{4,100}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{1,62}");

  /** Every line is right by version 2, but for proofs that only version 3 has. */
  private static final int USUAL_VERSION = 2;

  public ContactLine {
    if (!ADDRESS.matcher(btc).matches()) {
      throw new IllegalArgumentException("not the form of a bitcoin address: " + btc);
    }
    hoster.filter(name -> !isHoster(name)).ifPresent(ContactLine::refuse);
  }

  /** Of a relay that says only who it is and where gifts go. */
  public ContactLine(Email email, Optional<String> hoster, String btc, Heritage heritage) {
    this(email, Optional.empty(), hoster, Optional.empty(), Optional.empty(), btc, heritage);
  }

  /** Whether a provider is named as CIISS wants it: by its domain, here in lower case. */
  public static boolean isHoster(String name) {
    return DOMAIN.matcher(name).matches();
  }

  private static void refuse(String hoster) {
    throw new IllegalArgumentException(
        "a hoster is named by its domain in lower case, such as vultr.com, not " + hoster);
  }

  /**
   * The line: printable ASCII without quotes, backslashes or number signs, at most 1000 characters,
   * so that it needs no escaping in torrc or on the control port.
   */
  public String text() {
    return "email:"
        + email.masked()
        + website.map(site -> " url:" + site.url() + " proof:" + site.proof()).orElse("")
        + hoster.map(domain -> " hoster:" + domain).orElse("")
        + server.map(ServerFacts::hosting).orElse("")
        + donations.map(page -> " donationurl:" + page).orElse("")
        + " btc:"
        + btc
        + server.map(ServerFacts::system).map(SystemFacts::text).orElse("")
        + " ciissversion:"
        + website.map(site -> site.proof().version()).orElse(USUAL_VERSION)
        + " "
        + heritage.text();
  }
}
