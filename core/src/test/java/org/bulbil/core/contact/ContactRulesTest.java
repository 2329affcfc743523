package org.bulbil.core.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CIISS' own examples are right, what it calls wrong is a problem, and all of it is kept. */
class ContactRulesTest {

  private static ContactInfo read(String line) {
    return ContactInfo.read(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "foo bar email:tor[]example.com url:https://example.com proof:uri-rsa uplinkbw:100"
            + " ciissversion:2",
        "foo bar email:tor[]example.com url:https://example.com proof:uri-familyid-ed25519"
            + " uplinkbw:1000 ciissversion:3",
        "pgp:EF6E286DDA85EA2A4BA7DE684E2C6E8793298290 abuse:abuse[]example.com keybase:nusenu"
            + " twitter:torproject mastodon:https://mastodon.social/@nusenu"
            + " matrix:@user:example.com xmpp:user[]example.com"
            + " otr3:EF6E286DDA85EA2A4BA7DE684E2C6E8793298290 ciissversion:2",
        "hoster:www.example-hoster.com cost:10.00EUR uplinkbw:100 trafficacct:25600 memory:4096"
            + " cpu:intel-i5-8400 virtualization:hyper-v ciissversion:2",
        "donationurl:https://torservers.net/donate.html offlinemasterkey:y signingkeylifetime:30"
            + " sandbox:n os:OpenBSD/6.7 tls:libressl aesni:y autoupdate:n confmgmt:ansible"
            + " dnslocation:local,sameas dnsqname:y dnssec:y dnslocalrootzone:n ciissversion:2",
        "os:arch trafficacct:unmetered ciissversion:1",
        "url:example.com proof:dns-familyid-ed25519 ciissversion:3",
        "email:a[]b.org ciissversion:3",
        "proof:uri-rsa email:a[]b.org ciissversion:3",
        "btc:donate@example.org ciissversion:2",
        "Somebody <nobody AT example dot com>",
        "https://example.com 0x1234",
        ""
      })
  void isRight(String line) {
    assertThat(read(line).problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cost:1USD ciissversion:2|cost",
        "cost:1.1USD ciissversion:2|cost",
        "cost:1,10USD ciissversion:2|cost",
        "cost:9999999.99USD0 ciissversion:2|cost",
        "uplinkbw:22,9 ciissversion:2|uplinkbw",
        "uplinkbw:1234567 ciissversion:2|uplinkbw",
        "trafficacct:lots ciissversion:2|trafficacct",
        "memory:32GB ciissversion:2|memory",
        "virtualization:docker ciissversion:2|virtualization",
        "hoster:https://x.net ciissversion:2|hoster",
        "hoster:hetzner ciissversion:2|hoster",
        "pgp:F8A61A2F ciissversion:2|pgp",
        "email:knight AT germancraft dot net ciissversion:2|email",
        "donationurl:http://x.net ciissversion:2|donationurl",
        "os:Debian_GNU/Linux ciissversion:2|os",
        "autoupdate:yes ciissversion:2|autoupdate",
        "ciissversion:two|ciissversion",
        "email:a[]b.org ciissversion:9|9 is not known",
        "email:a[]b.org|ciissversion is missing",
        "url:x.net ciissversion:2|url is not believed",
        "url:x.net proof:uri-rsa ciissversion:3|not one of ciissversion 3",
        "url:x.net proof:dns-familyid-ed25519 ciissversion:2|not one of ciissversion 2",
        "url:x.net proof:trust-me ciissversion:2|proof must be",
        "email:a[]b.org ciissversion:2 EMAIL:c[]d.org|more than once",
      })
  void isWrongAndKept(String line, String problem) {
    assertThat(read(line).problems()).singleElement().asString().contains(problem);
    assertThat(read(line).fields()).isNotEmpty();
  }

  @Test
  void unknownKeysAreKeptInTheLinesOrder() {
    var info = read("evm:0xBc gpg:2FC9 Email:a[]b.org https://x.net ciissversion:2 odd:[x]:y");
    assertThat(info.problems()).isEmpty();
    assertThat(info.fields().entrySet())
        .containsExactly(
            Map.entry("evm", "0xBc"),
            Map.entry("gpg", "2FC9"),
            Map.entry("email", "a[]b.org"),
            Map.entry("ciissversion", "2"),
            Map.entry("odd", "[x]:y"));
  }

  @Test
  void aComplaintIsSafeToPrint() {
    var info = read("memory:\u001b[31m\u202e<script>alert(1)</script>" + "x".repeat(500));
    assertThat(info.problems())
        .hasSize(2)
        .allSatisfy(problem -> assertThat(problem).hasSizeLessThan(200).matches("[ -~]+"));
  }

  @Test
  void anEndlessLineIsReadAsFarAsIsUseful() {
    var info = read("email:a[]b.org ciissversion:2 " + "x:y ".repeat(1_000_000) + " btc:later");
    assertThat(info.problems()).singleElement().asString().contains("8192");
    assertThat(info.fields()).containsOnlyKeys("email", "ciissversion", "x");
  }
}
