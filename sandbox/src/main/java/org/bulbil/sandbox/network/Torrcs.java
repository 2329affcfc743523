package org.bulbil.sandbox.network;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bulbil.tor.process.TorrcLine;
import org.bulbil.wire.Endpoint;

/**
 * The options that make a tor part of a sandbox network and keep it out of the public one. Each was
 * found to be needed; what TestingTorNetwork implies is not repeated.
 */
final class Torrcs {

  private Torrcs() {}

  static List<TorrcLine> lines(String text) {
    return text.lines().map(TorrcLine::new).toList();
  }

  /**
   * For every tor of the network.
   *
   * @param owner the process whose end ends them all, within 15 s
   */
  static List<TorrcLine> everybody(List<TorrcLine> authorities, long owner) {
    var common =
        lines(
            """
            TestingTorNetwork 1
            UseDefaultFallbackDirs 0
            AssumeReachable 1
            PathsNeededToBuildCircuits 0.67
            V3AuthNIntervalsValid 2
            TestingDirConnectionMaxStall 30 seconds
            ShutdownWaitLength 0
            TestingMinTimeToReportBandwidth 20 seconds
            __OwningControllerProcess %d
            """
                .formatted(owner));
    return Stream.concat(common.stream(), authorities.stream()).toList();
  }

  static List<TorrcLine> server(String nickname, InetSocketAddress orPort) {
    return lines(
        """
        Nickname %s
        Address %s
        ORPort %s IPv4Only
        SocksPort 0
        ContactInfo %s <nobody AT sandbox dot test>
        """
            .formatted(
                nickname, orPort.getAddress().getHostAddress(), Endpoint.text(orPort), nickname));
  }

  /**
   * @param bandwidthFile with the scanner's results, read at each vote; need not exist yet
   */
  static List<TorrcLine> authority(InetSocketAddress dirPort, Pace pace, Path bandwidthFile) {
    return lines(
        """
        DirPort %s
        ExitPolicy reject *:*
        AuthoritativeDirectory 1
        V3AuthoritativeDirectory 1
        TestingV3AuthInitialVotingInterval %d
        TestingV3AuthInitialVoteDelay %d
        TestingV3AuthInitialDistDelay %d
        V3AuthVotingInterval %d
        V3AuthVoteDelay %d
        V3AuthDistDelay %d
        TestingDirAuthVoteGuard *
        TestingDirAuthVoteHSDir *
        TestingMinExitFlagThreshold 0
        TestingAuthDirTimeToLearnReachability 0
        V3BandwidthsFile %s
        """
            .formatted(
                Endpoint.text(dirPort),
                pace.first(),
                pace.vote(),
                pace.distribution(),
                pace.interval(),
                pace.vote(),
                pace.distribution(),
                bandwidthFile));
  }

  /**
   * An exit to the sandbox's own web server. Its ports must be open to every address, or the
   * consensus sums the policy up as closed, and 80 and 443 among them, or it gets no Exit flag.
   * Bound to a loopback address it reaches nothing outside this machine all the same; and it may
   * not ask the machine's own name server.
   */
  static List<TorrcLine> exit(InetSocketAddress orPort, int webPort, Path resolvConf) {
    return lines(
        """
        ExitRelay 1
        ExitPolicy accept *:80,accept *:443,accept *:%d,reject *:*
        OutboundBindAddressExit %s
        ServerDNSResolvConfFile %s
        ServerDNSDetectHijacking 0
        ServerDNSTestAddresses
        ServerDNSAllowBrokenConfig 1
        """
            .formatted(webPort, orPort.getAddress().getHostAddress(), resolvConf));
  }

  /**
   * A client that learns of a new relay at once instead of within an interval or two, and leaves
   * each stream to whoever holds its control port.
   */
  static List<TorrcLine> client(InetSocketAddress socksPort) {
    return lines(
        """
        SocksPort %s
        SocksPolicy accept 127.0.0.0/8
        FetchDirInfoEarly 1
        FetchDirInfoExtraEarly 1
        __LeaveStreamsUnattached 1
        """
            .formatted(Endpoint.text(socksPort)));
  }
}
