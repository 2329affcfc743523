package org.bulbil.naming.dns;

import java.util.Optional;
import org.bulbil.naming.NameEntry;
import org.bulbil.naming.NameServer;
import org.bulbil.naming.TsigKey;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

/** What a nameserver refuses, in words that say what to do about it. */
final class Complaint {

  private Complaint() {}

  /** What is wrong with our signature; empty where nothing is. */
  static Optional<String> aboutKey(Message answer, NameServer server, TsigKey key) {
    var signature = answer.getTSIG();
    return Optional.ofNullable(signature)
        .map(signed -> words(signed.getError(), server, key))
        .filter(words -> !words.isEmpty());
  }

  private static String words(int error, NameServer server, TsigKey key) {
    return switch (error) {
      case Rcode.BADKEY ->
          "the nameserver %s does not know %s with %s (BADKEY): give it the key, or us the right file"
              .formatted(server, key, key.algorithm().text());
      case Rcode.BADSIG ->
          "the nameserver %s knows %s with another secret (BADSIG): take the key file that it uses"
              .formatted(server, key);
      case Rcode.BADTIME ->
          "the clocks of this machine and of the nameserver %s are more than five minutes apart (BADTIME): set the wrong one"
              .formatted(server);
      default -> "";
    };
  }

  /** What is wrong with the question, by the code of the answer. */
  static String aboutQuestion(int code, NameServer server, TsigKey key, NameEntry entry) {
    return switch (code) {
      case Rcode.NOTAUTH ->
          "the nameserver %s has not the say of the zone %s (NOTAUTH): name its primary server, or the right zone"
              .formatted(server, entry.zone());
      case Rcode.NOTZONE ->
          "the name %s is not in the zone %s (NOTZONE): name the zone that it is in"
              .formatted(entry.name(), entry.zone());
      case Rcode.REFUSED ->
          "the nameserver %s does not let %s change %s (REFUSED): see its update-policy or allow-update"
              .formatted(server, key, entry.name());
      case Rcode.NOTIMP ->
          "the nameserver %s takes no dynamic updates (NOTIMP): name one that does (RFC 2136)"
              .formatted(server);
      default ->
          "the nameserver %s answers %s about %s"
              .formatted(server, Rcode.string(code), entry.name());
    };
  }

  static String alias(NameEntry entry, String target) {
    return "the name %s is an alias (CNAME%s), which has no addresses of its own: remove it at the nameserver"
        .formatted(entry.name(), target.isEmpty() ? "" : " of " + target);
  }
}
