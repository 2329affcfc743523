package org.bulbil.naming.dns;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import javax.crypto.spec.SecretKeySpec;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.naming.NameServer;
import org.bulbil.naming.TsigKey;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.TextParseException;

/**
 * One question to one nameserver, signed, and its answer, whose signature was checked. Over TCP
 * always, where nobody but who sits on the way can put in an answer. The signature's time is the
 * machine's own clock, as every nameserver's is.
 *
 * <p>An answer is at most 64 KiB, as TCP has it (RFC 1035 §4.2.2).
 */
final class Exchange {

  /** For the whole exchange; nameservers answer in a fraction of a second. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final NameServer server;
  private final TsigKey key;

  Exchange(NameServer server, TsigKey key) {
    this.server = server;
    this.key = key;
  }

  /**
   * The answer, whatever it says, as long as it is signed. Where the server knows no such key its
   * refusal comes without a signature (RFC 8945 §5.2), and is passed on as a refusal.
   */
  Outcome<Message> ask(Message question) {
    var address = new InetSocketAddress(server.host(), server.port());
    if (address.isUnresolved()) {
      return Outcome.unknown(
          "the nameserver " + server + " cannot be found: no address is known for its name");
    }
    try {
      return judged(resolver(address).send(question));
    } catch (IOException e) {
      return Outcome.unknown(
          "the nameserver " + server + " cannot be reached or broke off: " + cause(e));
    }
  }

  private SimpleResolver resolver(InetSocketAddress address) {
    var resolver = new SimpleResolver(address);
    resolver.setTCP(true);
    resolver.setTimeout(PATIENCE);
    resolver.setTSIGKey(signature());
    return resolver;
  }

  private TSIG signature() {
    var algorithm =
        switch (key.algorithm()) {
          case HMAC_SHA256 -> TSIG.HMAC_SHA256;
          case HMAC_SHA384 -> TSIG.HMAC_SHA384;
          case HMAC_SHA512 -> TSIG.HMAC_SHA512;
        };
    return new TSIG(algorithm, keyName(), new SecretKeySpec(key.bytes(), key.algorithm().text()));
  }

  private Name keyName() {
    try {
      return Name.fromString(key.name(), Name.root);
    } catch (TextParseException e) {
      throw new IllegalArgumentException(key + " has a name that is none", e);
    }
  }

  private Outcome<Message> judged(Message answer) {
    var complaint = Complaint.aboutKey(answer, server, key);
    if (complaint.isPresent()) {
      return Outcome.refused(complaint.get(), answer.getRcode());
    }
    return answer.isVerified()
        ? Outcome.done(answer)
        : Outcome.unknown(
            "the nameserver "
                + server
                + " does not sign its answers by "
                + key
                + ", so they"
                + " cannot be trusted; does it let this key update the zone?");
  }

  private static String cause(IOException failure) {
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }
}
