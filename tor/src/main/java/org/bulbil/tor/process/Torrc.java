package org.bulbil.tor.process;

import static java.util.stream.Collectors.joining;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.bulbil.wire.Endpoint;

/**
 * The configuration file of one tor.
 *
 * @param folder whose DataDirectory, socket and cookie it names
 * @param lines in order
 */
public record Torrc(TorFolder folder, List<TorrcLine> lines) {

  public Torrc {
    lines = List.copyOf(lines);
  }

  /** The torrc of a relay that never lets traffic leave the network. */
  public static Torrc relay(RelaySettings settings) {
    var lines = new ArrayList<TorrcLine>();
    lines.addAll(identity(settings));
    lines.addAll(limits(settings));
    lines.addAll(NO_EXIT);
    lines.addAll(family(settings));
    settings.metrics().ifPresent(where -> lines.addAll(metrics(where)));
    lines.addAll(settings.extra());
    return with(settings.folder(), lines);
  }

  /** Any tor in {@code folder}: {@code lines} and what lets us control it. */
  public static Torrc with(TorFolder folder, List<TorrcLine> lines) {
    var all = new ArrayList<>(control(folder));
    all.addAll(lines);
    return new Torrc(folder, all);
  }

  /** Non-exit by three options, since each alone has exceptions (exit relays, IPv6). */
  private static final List<TorrcLine> NO_EXIT =
      List.of(
          TorrcLine.of("SocksPort", 0),
          TorrcLine.of("ExitRelay", 0),
          TorrcLine.of("ExitPolicy", "reject *:*"),
          TorrcLine.of("ExitPolicy", "reject6 *:*"));

  private static List<TorrcLine> control(TorFolder folder) {
    return List.of(
        TorrcLine.of("DataDirectory", folder.path()),
        TorrcLine.of("ControlSocket", folder.controlSocket()),
        TorrcLine.of("CookieAuthentication", 1),
        TorrcLine.of("CookieAuthFile", folder.cookie()),
        TorrcLine.of("Log", "notice stdout"));
  }

  private static List<TorrcLine> identity(RelaySettings settings) {
    var address = settings.orPort().getAddress();
    return List.of(
        TorrcLine.of("Nickname", settings.nickname()),
        TorrcLine.of("Address", address.getHostAddress()),
        TorrcLine.of(
            "ORPort",
            Endpoint.text(settings.orPort())
                + (address instanceof Inet6Address ? " IPv6Only" : " IPv4Only")),
        TorrcLine.quoted("ContactInfo", settings.contact().value()));
  }

  private static List<TorrcLine> limits(RelaySettings settings) {
    var lines = new ArrayList<TorrcLine>();
    var bandwidth = settings.bandwidth();
    lines.add(bytes("RelayBandwidthRate", bandwidth.rate().bytesPerSecond()));
    lines.add(bytes("RelayBandwidthBurst", bandwidth.burst().bytesPerSecond()));
    settings.cap().ifPresent(cap -> lines.addAll(accounting(cap)));
    return lines;
  }

  private static List<TorrcLine> accounting(TrafficCap cap) {
    return List.of(
        TorrcLine.of("AccountingStart", "month 1 00:00"),
        TorrcLine.of("AccountingRule", cap.counting().rule()),
        bytes("AccountingMax", cap.bytesPerMonth()));
  }

  /** Never public, says tor's manual: exact counts tell who talks to whom. */
  private static List<TorrcLine> metrics(InetSocketAddress where) {
    return List.of(
        TorrcLine.of("MetricsPort", Endpoint.text(where)),
        TorrcLine.of("MetricsPortPolicy", "accept 127.0.0.0/8"));
  }

  private static TorrcLine bytes(String option, long amount) {
    return TorrcLine.of(option, amount + " bytes");
  }

  private static List<TorrcLine> family(RelaySettings settings) {
    var lines = new ArrayList<TorrcLine>();
    lines.add(TorrcLine.of("FamilyId", "*"));
    if (!settings.kin().isEmpty()) {
      lines.add(
          TorrcLine.of(
              "MyFamily", settings.kin().stream().map(kin -> "$" + kin).collect(joining(","))));
    }
    return lines;
  }

  /** The file's content. */
  public String text() {
    return lines.stream().map(line -> line.text() + "\n").collect(joining());
  }
}
