package org.bulbil.sandbox.network;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.control.ControlPort;
import org.bulbil.tor.control.ControlReply;
import org.bulbil.tor.control.Signal;
import org.bulbil.tor.process.TorFolder;
import org.bulbil.tor.process.TorProcess;
import org.bulbil.tor.process.Torrc;
import org.bulbil.tor.process.TorrcLine;
import org.bulbil.wire.Endpoint;

/**
 * One directory authority, before it runs: where it is and who it is.
 *
 * @param name auth1 to auth3
 * @param folder its DataDirectory
 * @param orPort for relay traffic
 * @param dirPort for documents
 * @param identity its keys
 */
record Authority(
    String name,
    TorFolder folder,
    InetSocketAddress orPort,
    InetSocketAddress dirPort,
    AuthorityKeys.Identity identity) {

  static final int OR_PORT = 9001;
  static final int DIR_PORT = 9030;

  /** How everybody else is told of it. */
  TorrcLine line() {
    return new TorrcLine(
        "DirAuthority %s orport=%d no-v2 v3ident=%s %s %s"
            .formatted(
                name,
                orPort.getPort(),
                identity.directory(),
                Endpoint.text(dirPort),
                identity.relay()));
  }

  URI documents() {
    return Endpoint.http(dirPort).resolve("/");
  }

  Torrc torrc(List<TorrcLine> everybody, Pace pace, Path bandwidthFile) {
    var lines = new ArrayList<>(everybody);
    lines.addAll(Torrcs.server(name, orPort));
    lines.addAll(Torrcs.authority(dirPort, pace, bandwidthFile));
    return Torrc.with(folder, lines);
  }

  /** Has exactly these relays left out of every vote from now on. */
  Outcome<ControlReply> reject(Collection<Fingerprint> relays) throws IOException {
    var list = folder.path().resolve("approved-routers");
    var fresh = folder.path().resolve("approved-routers.new");
    Files.writeString(
        fresh,
        relays.stream().map(relay -> "!reject " + relay + "\n").collect(joining()),
        StandardCharsets.US_ASCII);
    Files.move(fresh, list, StandardCopyOption.ATOMIC_MOVE);
    return TorProcess.adopt(folder).flatMap(TorProcess::control).flatMap(Authority::reload);
  }

  private static Outcome<ControlReply> reload(ControlPort port) {
    try (port) {
      return port.signal(Signal.RELOAD);
    }
  }
}
