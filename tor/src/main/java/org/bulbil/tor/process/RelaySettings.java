package org.bulbil.tor.process;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.Nickname;

/**
 * What may differ from one of our relays to the next. That none of them is an exit may not.
 *
 * @param folder its DataDirectory
 * @param nickname its name
 * @param orPort the public address and port on which it takes connections
 * @param contact what it publishes about its operator and wallet
 * @param bandwidth its limits
 * @param cap of a month's traffic, where the plan needs one
 * @param metrics where tor counts for programs of this machine (MetricsPort), on loopback; empty
 *     for nowhere
 * @param kin relays of the same family, for clients that don't know family keys yet (MyFamily);
 *     every family key in the keys folder is used besides
 * @param extra lines for a network that is not the public one
 */
public record RelaySettings(
    TorFolder folder,
    Nickname nickname,
    InetSocketAddress orPort,
    ContactText contact,
    BandwidthLimit bandwidth,
    Optional<TrafficCap> cap,
    Optional<InetSocketAddress> metrics,
    List<Fingerprint> kin,
    List<TorrcLine> extra) {

  public RelaySettings {
    if (orPort.isUnresolved() || orPort.getPort() == 0) {
      throw new IllegalArgumentException(
          "a relay's ORPort must be an address and a port, not " + orPort);
    }
    if (metrics.filter(where -> !where.getAddress().isLoopbackAddress()).isPresent()) {
      throw new IllegalArgumentException(
          "a MetricsPort is for this machine alone, and %s is not".formatted(metrics.get()));
    }
    kin = List.copyOf(kin);
    extra = List.copyOf(extra);
  }

  /** A relay of the public network, with no cap and no kin. */
  public RelaySettings(
      TorFolder folder,
      Nickname nickname,
      InetSocketAddress orPort,
      ContactText contact,
      BandwidthLimit bandwidth) {
    this(
        folder,
        nickname,
        orPort,
        contact,
        bandwidth,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  public RelaySettings withCap(TrafficCap limit) {
    return new RelaySettings(
        folder, nickname, orPort, contact, bandwidth, Optional.of(limit), metrics, kin, extra);
  }

  public RelaySettings withMetrics(InetSocketAddress where) {
    return new RelaySettings(
        folder, nickname, orPort, contact, bandwidth, cap, Optional.of(where), kin, extra);
  }

  public RelaySettings withKin(List<Fingerprint> others) {
    return new RelaySettings(
        folder, nickname, orPort, contact, bandwidth, cap, metrics, others, extra);
  }

  public RelaySettings withExtra(List<TorrcLine> lines) {
    return new RelaySettings(
        folder, nickname, orPort, contact, bandwidth, cap, metrics, kin, lines);
  }
}
