package org.bulbil.sandbox.network;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What can be fetched through the network: a page, and files of any length up to a limit. The same
 * address gives the same bytes always, so that whoever fetches can check them.
 */
public final class Website implements AutoCloseable {

  /** A short page in HTML. */
  public static final String PAGE = "/";

  /** A file of ten million bytes. */
  public static final String TEN_MEGABYTES = "/bytes/10000000";

  /** Longest file, in bytes. */
  static final long LENGTH_MAX = 100_000_000;

  private static final byte[] HELLO =
      "<!doctype html><title>Sandbox</title><p>You came through the sandbox's Tor network.\n"
          .getBytes(StandardCharsets.US_ASCII);

  private static final int CHUNK = 1 << 16;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Website(InetSocketAddress address) throws IOException {
    server = HttpServer.create(address, 0);
    server.setExecutor(threads);
    server.createContext("/", Website::page);
    server.createContext("/bytes/", Website::file);
    server.start();
  }

  InetSocketAddress address() {
    return server.getAddress();
  }

  /** What {@code path} gives; {@link IllegalArgumentException} where there is nothing. */
  static byte[] content(String path) {
    return path.equals(PAGE) ? HELLO.clone() : bytes(0, (int) length(path));
  }

  private static void page(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean here = exchange.getRequestURI().getPath().equals(PAGE);
      exchange.sendResponseHeaders(here ? 200 : 404, here ? HELLO.length : -1);
      if (here) {
        exchange.getResponseBody().write(HELLO);
      }
    }
  }

  private static void file(HttpExchange exchange) throws IOException {
    try (exchange) {
      long length = length(exchange.getRequestURI().getPath());
      exchange.sendResponseHeaders(200, length);
      for (long at = 0; at < length; at += CHUNK) {
        exchange.getResponseBody().write(bytes(at, (int) Math.min(CHUNK, length - at)));
      }
    } catch (IllegalArgumentException e) {
      exchange.sendResponseHeaders(404, -1);
    }
  }

  private static long length(String path) {
    var digits = path.replaceFirst("^/bytes/", "");
    if (!digits.matches("[1-9][0-9]{0,8}") || Long.parseLong(digits) > LENGTH_MAX) {
      throw new IllegalArgumentException("no file of 1 to " + LENGTH_MAX + " bytes: " + path);
    }
    return Long.parseLong(digits);
  }

  /** The bytes of every file from {@code from} on: a pattern that shows a lost or doubled piece. */
  private static byte[] bytes(long from, int length) {
    var bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      long at = from + i;
      bytes[i] = (byte) (at * 31 + (at >> 8) * 17 + (at >> 16));
    }
    return bytes;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
