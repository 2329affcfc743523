package org.bulbil.tor.control;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bulbil.core.outcome.Outcome;

/**
 * Question and answer over one channel, with a thread that sorts what arrives into answers and
 * events. Once anything goes wrong it is over, since an answer that comes late would be taken for
 * that of the next question.
 */
final class Conversation implements AutoCloseable {

  /** Events kept for a listener that is slow; a new stream or circuit makes a handful. */
  static final int EVENTS_MAX = 1000;

  private static final System.Logger LOG = System.getLogger(Conversation.class.getName());

  private final SocketChannel channel;
  private final OutputStream out;
  private final Duration patience;
  private final BlockingQueue<Outcome<ControlReply>> answers = new ArrayBlockingQueue<>(2);
  private final BlockingQueue<ControlReply> events = new ArrayBlockingQueue<>(EVENTS_MAX);
  private volatile Optional<String> ended = Optional.empty();

  Conversation(SocketChannel channel, Duration patience) {
    this.channel = channel;
    this.out = Channels.newOutputStream(channel);
    this.patience = patience;
    Thread.ofVirtual().name("tor-control").start(this::listen);
  }

  private void listen() {
    var reader = new ReplyReader(Channels.newInputStream(channel));
    try {
      while (isOpen()) {
        sort(reader.read());
      }
    } catch (IOException e) {
      end(e.getMessage() == null ? "the control connection broke" : e.getMessage());
    }
  }

  private void sort(ControlReply reply) throws IOException {
    if (reply.isEvent()) {
      keep(reply);
    } else if (!answers.offer(Outcome.done(reply))) {
      throw new IOException("the peer answers what nobody asked");
    }
  }

  private void keep(ControlReply event) {
    if (!events.offer(event)) {
      LOG.log(System.Logger.Level.WARNING, "event dropped, {0} are waiting", EVENTS_MAX);
    }
  }

  synchronized Outcome<ControlReply> exchange(String command) {
    if (isOpen() && !answers.isEmpty()) {
      end("the peer answers what nobody asked");
    }
    if (ended.isPresent()) {
      return Outcome.unknown(ended.get());
    }
    try {
      out.write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
      return answer();
    } catch (IOException e) {
      return Outcome.unknown(end("the control connection broke: " + e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Outcome.unknown(end("interrupted while tor was answering"));
    }
  }

  private Outcome<ControlReply> answer() throws InterruptedException {
    var answer = answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    return answer == null
        ? Outcome.unknown(end("tor did not answer within " + patience.toMillis() + " ms"))
        : answer;
  }

  Optional<ControlReply> nextEvent(Duration wait) throws InterruptedException {
    return Optional.ofNullable(events.poll(wait.toMillis(), TimeUnit.MILLISECONDS));
  }

  boolean isOpen() {
    return ended.isEmpty();
  }

  /** Ends it for {@code cause}, unless it has ended for another before; that one is returned. */
  private String end(String cause) {
    var first = ended.orElse(cause);
    ended = Optional.of(first);
    var _ = answers.offer(Outcome.unknown(first));
    try {
      channel.close();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "closing the control connection", e);
    }
    return first;
  }

  @Override
  public void close() {
    end("the control connection was closed");
  }
}
