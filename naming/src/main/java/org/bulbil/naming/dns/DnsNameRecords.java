package org.bulbil.naming.dns;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.naming.Addresses;
import org.bulbil.naming.NameEntry;
import org.bulbil.naming.NameRecords;
import org.bulbil.naming.NameServer;
import org.bulbil.naming.TsigKey;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.Update;

/**
 * A name at its authoritative server, kept by dynamic updates (RFC 2136) that are signed by a
 * shared key (RFC 8945). Removing has a prerequisite that depends on values (RFC 2136 §2.4.2) for
 * each family of addresses, and the server takes an update whole or not at all (§3.7).
 */
public final class DnsNameRecords implements NameRecords {

  /** What a prerequisite has for a time to live (RFC 2136 §2.4). */
  private static final long NO_TTL = 0;

  private final NameServer server;
  private final TsigKey key;
  private final NameEntry entry;
  private final Exchange exchange;
  private final Name name;
  private final Name zone;

  public DnsNameRecords(NameServer server, TsigKey key, NameEntry entry) {
    this.server = server;
    this.key = key;
    this.entry = entry;
    this.exchange = new Exchange(server, key);
    this.name = absolute(entry.name().value());
    this.zone = absolute(entry.zone().value());
  }

  static Name absolute(String name) {
    try {
      return Name.fromString(name, Name.root);
    } catch (TextParseException e) {
      throw new IllegalArgumentException("'" + name + "' is no name", e);
    }
  }

  @Override
  public Outcome<Addresses> read() {
    return read(Type.A)
        .flatMap(
            four ->
                read(Type.AAAA)
                    .map(
                        six -> {
                          var all = new HashSet<>(four);
                          all.addAll(six);
                          return new Addresses(all);
                        }));
  }

  private Outcome<List<InetAddress>> read(int type) {
    return exchange
        .ask(Message.newQuery(Record.newRecord(name, type, DClass.IN)))
        .flatMap(this::addresses);
  }

  private Outcome<List<InetAddress>> addresses(Message answer) {
    int code = answer.getRcode();
    if (code != Rcode.NOERROR && code != Rcode.NXDOMAIN) {
      return complain(code);
    }
    if (!answer.getHeader().getFlag(Flags.AA)) {
      return complain(Rcode.NOTAUTH);
    }
    var found = new ArrayList<InetAddress>();
    for (var record : answer.getSection(Section.ANSWER)) {
      switch (record) {
        case ARecord four -> found.add(four.getAddress());
        case AAAARecord six -> found.add(six.getAddress());
        case CNAMERecord alias -> {
          return Outcome.refused(Complaint.alias(entry, alias.getTarget().toString(true)), code);
        }
        default -> {} // A signature of the zone, or whatever else somebody adds to answers.
      }
    }
    return Outcome.done(found);
  }

  @Override
  public Outcome<InetAddress> add(InetAddress address) {
    var update = new Update(zone);
    update.absent(name, Type.CNAME);
    update.add(record(address, entry.ttl().toSeconds()));
    return exchange
        .ask(update)
        .flatMap(
            answer ->
                switch (answer.getRcode()) {
                  case Rcode.NOERROR -> Outcome.done(address);
                  case Rcode.YXRRSET ->
                      Outcome.refused(Complaint.alias(entry, ""), answer.getRcode());
                  default -> complain(answer.getRcode());
                });
  }

  @Override
  public Outcome<Removal> remove(InetAddress address, Addresses seen) {
    var update = new Update(zone);
    demand(update, seen);
    update.delete(record(address, NO_TTL));
    return exchange
        .ask(update)
        .flatMap(
            answer ->
                switch (answer.getRcode()) {
                  case Rcode.NOERROR -> Outcome.done(Removal.REMOVED);
                  case Rcode.NXRRSET, Rcode.YXRRSET -> Outcome.done(Removal.OVERTAKEN);
                  default -> complain(answer.getRcode());
                });
  }

  /** The update is made only while the addresses are exactly {@code seen}. */
  private void demand(Update update, Addresses seen) {
    for (int type : new int[] {Type.A, Type.AAAA}) {
      var records =
          seen.all().stream()
              .map(address -> record(address, NO_TTL))
              .filter(record -> record.getType() == type)
              .toList();
      if (records.isEmpty()) {
        update.absent(name, type);
      }
      records.forEach(update::present);
    }
  }

  private Record record(InetAddress address, long ttl) {
    return address instanceof Inet4Address
        ? new ARecord(name, DClass.IN, ttl, address)
        : new AAAARecord(name, DClass.IN, ttl, address);
  }

  /** A server that fails may come to itself, so that is unknown. */
  private <T> Outcome<T> complain(int code) {
    var words = Complaint.aboutQuestion(code, server, key, entry);
    return code == Rcode.SERVFAIL ? Outcome.unknown(words) : Outcome.refused(words, code);
  }
}
