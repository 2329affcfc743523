package org.bulbil.atlas.store;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A PostgreSQL of Debian's package, on loopback, in a folder of its own; gone after the test. */
final class TestingPostgres {

  private static final int SECONDS_TO_START = 60;
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final Path programs;
  private final Path cluster;
  private final int port;

  private TestingPostgres(Path programs, Path cluster, int port) {
    this.programs = programs;
    this.cluster = cluster;
    this.port = port;
  }

  /** Starts one; the test is skipped where the programs are not installed. */
  static TestingPostgres start(Path folder) throws Exception {
    var server =
        new TestingPostgres(programs(), Files.createDirectory(folder.resolve("pg")), freePort());
    if (isRoot()) { // which PostgreSQL refuses to be
      run(List.of("chown", "-R", "nobody", folder.toString()));
    }
    server.tool("initdb", "-U", "map", "-A", "trust", "-E", "UTF8", "--locale=C", "-N");
    server.tool(
        "pg_ctl",
        "-w",
        "-t",
        String.valueOf(SECONDS_TO_START),
        "-l",
        server.log(),
        "-o",
        "-p "
            + server.port
            + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
            + " -c fsync=off -c shared_buffers=32MB",
        "start");
    return server;
  }

  int port() {
    return port;
  }

  /** An empty database in it. */
  String newDatabase() throws SQLException {
    var name = "atlas" + DATABASES.incrementAndGet();
    try (var connection =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=map");
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return name;
  }

  void stop() throws Exception {
    tool("pg_ctl", "-w", "-m", "immediate", "stop");
  }

  private String log() {
    return cluster.resolveSibling("log").toString();
  }

  private void tool(String program, String... options) throws Exception {
    var command = new ArrayList<String>();
    if (isRoot()) {
      command.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(List.of("-D", cluster.toString()));
    command.addAll(Arrays.asList(options));
    run(command);
  }

  private static void run(List<String> command) throws Exception {
    var words = Files.createTempFile("bulbil", "words");
    var process =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true)
            .redirectOutput(words.toFile())
            .start();
    if (!process.waitFor(2 * SECONDS_TO_START, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IllegalStateException(command + ": " + Files.readString(words));
    }
    Files.delete(words);
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Path programs() throws IOException {
    var debian = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(debian)) {
      try (Stream<Path> versions = Files.list(debian)) {
        var newest =
            versions
                .map(version -> version.resolve("bin"))
                .filter(folder -> Files.isExecutable(folder.resolve("initdb")))
                .max(Comparator.naturalOrder());
        if (newest.isPresent()) {
          return newest.get();
        }
      }
    }
    return abort("PostgreSQL is not installed (Debian: apt-get install postgresql)");
  }
}
