package org.bulbil.sandbox.provider.api;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.bulbil.core.time.Time;
import org.bulbil.sandbox.provider.book.ProviderBook;
import org.bulbil.sandbox.provider.endpoint.Endpoint;
import org.bulbil.sandbox.provider.endpoint.PathTemplate;
import org.bulbil.sandbox.provider.estate.Estate;
import org.bulbil.sandbox.provider.trouble.Moment;
import org.bulbil.sandbox.provider.trouble.Trouble;
import org.bulbil.sandbox.provider.trouble.Troubles;

/** From a request to what is done about it. */
final class Dispatch {

  private final Calls calls;
  private final ControlCalls controls;
  private final Troubles troubles;
  private final Fuse fuse;

  Dispatch(Estate estate, ProviderBook book, Troubles troubles, Fuse fuse, Time time) {
    this.calls = new Calls(estate, time);
    this.controls = new ControlCalls(estate, book, troubles);
    this.troubles = troubles;
    this.fuse = fuse;
  }

  /** What becomes of a request: an answer that arrives, one that gets lost, or none at all. */
  sealed interface Fate {
    record Answered(Answer answer) implements Fate {}

    /** The request was done; the connection breaks before its answer. */
    record Cut() implements Fate {}

    /** Nothing happens, for long. */
    record Ignored() implements Fate {}

    /** The front dies of it, and of every other request that it is busy with. */
    record Fatal() implements Fate {}
  }

  Fate of(Request request) {
    return request.path().getFirst().equals("sandbox")
        ? new Fate.Answered(control(request))
        : call(request);
  }

  private Fate call(Request request) {
    for (var endpoint : Endpoint.values()) {
      var parts = endpoint.match(request.path());
      if (parts.isPresent() && endpoint.method().equals(request.method())) {
        var form = new Form(parts.get(), request.query(), request.body());
        return fuse.meets(endpoint)
            .map(moment -> crash(moment, endpoint, form))
            .orElseGet(() -> struck(endpoint, form));
      }
    }
    return new Fate.Answered(noSuchCall(request));
  }

  private Fate crash(Moment moment, Endpoint endpoint, Form form) {
    if (moment == Moment.AFTER_AN_ACT) {
      calls.answer(endpoint, form);
    }
    return new Fate.Fatal();
  }

  private Fate struck(Endpoint endpoint, Form form) {
    var trouble = troubles.befalling(endpoint);
    if (trouble.isEmpty()) {
      return new Fate.Answered(calls.answer(endpoint, form));
    }
    return switch (trouble.get()) {
      case Trouble.Refuse(int status, String detail) ->
          new Fate.Answered(Answer.refused(status, detail));
      case Trouble.Silence _ -> new Fate.Ignored();
      case Trouble.Gibberish _ -> {
        calls.answer(endpoint, form);
        yield new Fate.Answered(Answer.text("application/json", "{\"machine_id\": <b>hello</b>"));
      }
      case Trouble.LoseAnswer _ -> {
        calls.answer(endpoint, form);
        yield new Fate.Cut();
      }
    };
  }

  private static Answer noSuchCall(Request request) {
    var isKnown =
        Arrays.stream(Endpoint.values())
            .anyMatch(endpoint -> endpoint.match(request.path()).isPresent());
    return isKnown ? Answer.refused(405, "Method Not Allowed") : Answer.refused(404, "Not Found");
  }

  private Answer control(Request request) {
    for (var control : Control.values()) {
      Optional<Map<String, String>> parts = PathTemplate.match(control.path(), request.path());
      if (parts.isPresent() && control.method().equals(request.method())) {
        var form = new Form(parts.get(), request.query(), request.body());
        return controls.answer(control, form);
      }
    }
    return Answer.refused(404, "No such control of the sandbox.");
  }
}
