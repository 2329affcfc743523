package org.bulbil.core.contact;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A field that CIISS defines, with the form that its value must have.
 *
 * <p>Keys, lengths and characters are those of version 2 (2020-10-19). Version 3 (2026-03-26) keeps
 * them, as far as its text could be read, and has other values for {@code proof}.
 */
enum Field {
  EMAIL(Rule.MAIL, "an address such as relay[]riseup.net"),
  URL(
      "[_%/:a-zA-Z0-9.-]{1,399}",
      "a URL or host of at most 399 characters out of _%/:.- and letters"),
  PROOF(
      "uri-rsa|dns-rsa|uri-familyid-ed25519|dns-familyid-ed25519",
      "uri-rsa or dns-rsa in version 2, uri-familyid-ed25519 or dns-familyid-ed25519 in 3"),
  PGP(Rule.FINGERPRINT, Rule.FINGERPRINT_WORDS),
  ABUSE(Rule.MAIL, "an address such as abuse[]riseup.net"),
  // The text says hexadecimal and its example is "nusenu".
  KEYBASE("[A-Za-z0-9_]{1,49}", "a name of at most 49 letters and digits"),
  TWITTER("[A-Za-z0-9_]{1,15}", "a name of at most 15 letters, digits and _, without @"),
  MASTODON("https?://\\S{1,245}", "the URL of a profile, at most 253 characters"),
  MATRIX("@[^\\s:]{1,250}:\\S{1,250}", "a user such as @name:server.org"),
  XMPP(Rule.MAIL, "an address such as name[]server.org"),
  OTR3(Rule.FINGERPRINT, Rule.FINGERPRINT_WORDS),
  HOSTER(
      "[a-zA-Z0-9-]{1,63}(?:\\.[a-zA-Z0-9-]{1,63}){1,6}", "a domain without https:// or a slash"),
  COST(
      "(?=.{1,12}$)[0-9]+\\.[0-9]{2}[A-Z]{3}",
      "an amount a month with two decimals and currency, such as 10.70USD"),
  UPLINKBW("[0-9]{1,6}", "whole Mbit/s, such as 100"),
  TRAFFICACCT("unmetered|[0-9]{1,9}", "\"unmetered\" or whole GiB a month outbound"),
  MEMORY("[0-9]{1,9}", "whole MiB"),
  CPU("\\S{1,100}", "a model without blanks"),
  VIRTUALIZATION(
      "kvm|qemu|bochs|xen|vmware|virtualbox|hyper-v|lxc|bhyve|openvz|parallels|vmm|zvm|baremetal",
      "such as kvm, xen, lxc or baremetal"),
  DONATIONURL("https://\\S{1,245}", "an https URL of at most 253 characters"),
  BTC("[A-Za-z0-9]{1,99}|" + Rule.ALIAS, "a bitcoin address or an OpenAlias name"),
  ZEC("[A-Za-z0-9]{1,95}", "a zcash address of at most 95 letters and digits"),
  XMR("\\S{1,99}", "a monero address or an OpenAlias name of at most 99 characters"),
  OFFLINEMASTERKEY(Rule.FLAG, Rule.FLAG_WORDS),
  SIGNINGKEYLIFETIME("[0-9]{1,5}", "whole days"),
  SANDBOX(Rule.FLAG, Rule.FLAG_WORDS),
  OS("[A-Za-z0-9/.]{1,20}", "ID/VERSION such as debian/13, at most 20 characters"),
  TLS("[a-z]{1,14}", "a library such as openssl, at most 14 small letters"),
  AESNI(Rule.FLAG, Rule.FLAG_WORDS),
  AUTOUPDATE(Rule.FLAG, Rule.FLAG_WORDS),
  CONFMGMT("[a-z]{1,15}", "a system such as ansible, or manual"),
  DNSLOCATION(
      "(?:local|sameas|remote)(?:,(?:local|sameas|remote)){0,9}", "local, sameas or remote"),
  DNSQNAME(Rule.FLAG, Rule.FLAG_WORDS),
  DNSSEC(Rule.FLAG, Rule.FLAG_WORDS),
  DNSLOCALROOTZONE(Rule.FLAG, Rule.FLAG_WORDS),
  CIISSVERSION("[0-9]{1,3}", "a whole number: 2 or 3");

  /** Forms that several fields share; an enum's own constants cannot be used before it exists. */
  private static final class Rule {
    static final String MAIL = "(?=.{3,255}$)[^\\s@\\[\\]]+(?:\\[\\]|@)[^\\s@\\[\\]]+";
    static final String FINGERPRINT = "[0-9a-fA-F]{40}";
    static final String FINGERPRINT_WORDS = "40 hexadecimal digits";
    static final String FLAG = "[yn]";
    static final String FLAG_WORDS = "y or n";

    /** A domain, of which the first dot may be written {@code @} (openalias.org). */
    static final String ALIAS =
        "(?=.{4,99}$)[A-Za-z0-9_-]{1,63}[@.](?:[A-Za-z0-9-]{1,63}\\.){0,6}[A-Za-z][A-Za-z0-9-]{1,62}";
  }

  private final Pattern form;
  private final String words;

  Field(String form, String words) {
    this.form = Pattern.compile(form);
    this.words = words;
  }

  /** As it stands in a line. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Field> of(String key) {
    return Arrays.stream(values()).filter(field -> field.key().equals(key)).findFirst();
  }

  boolean admits(String value) {
    return form.matcher(value).matches();
  }

  /** What a value must be, for people. */
  String words() {
    return words;
  }

  static boolean isAlias(String text) {
    return text.matches(Rule.ALIAS);
  }
}
