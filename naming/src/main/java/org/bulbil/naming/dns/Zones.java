package org.bulbil.naming.dns;

import java.util.Optional;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.naming.DomainName;
import org.bulbil.naming.NameServer;
import org.bulbil.naming.TsigKey;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Which zone of a nameserver a name is in, as that server says itself. */
public final class Zones {

  private Zones() {}

  /**
   * The zone of {@code name}: whose start (SOA) an authoritative answer names, as answer where the
   * name is the zone, or else beside it (RFC 2308 §3). Refused where the server has not the say.
   */
  public static Outcome<DomainName> of(DomainName name, NameServer server, TsigKey key) {
    var question = Record.newRecord(DnsNameRecords.absolute(name.value()), Type.SOA, DClass.IN);
    return new Exchange(server, key)
        .ask(Message.newQuery(question))
        .flatMap(
            answer ->
                start(answer)
                    .map(Outcome::done)
                    .orElseGet(
                        () ->
                            Outcome.refused(
                                "the nameserver %s has not the say of %s: name its primary server"
                                    .formatted(server, name),
                                answer.getRcode())));
  }

  private static Optional<DomainName> start(Message answer) {
    if (!answer.getHeader().getFlag(Flags.AA)) {
      return Optional.empty();
    }
    return answer.getSection(Section.ANSWER).stream()
        .filter(SOARecord.class::isInstance)
        .findFirst()
        .or(
            () ->
                answer.getSection(Section.AUTHORITY).stream()
                    .filter(SOARecord.class::isInstance)
                    .findFirst())
        .map(record -> new DomainName(record.getName().toString(true)));
  }
}
