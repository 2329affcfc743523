package org.bulbil.sandbox.provider.api;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.bulbil.sandbox.provider.api.reply.InvalidReply.Complaint;
import org.bulbil.sandbox.provider.book.MachineId;
import org.bulbil.sandbox.provider.book.Token;

/**
 * A request's values, and what is wrong with them. Read every field first, then {@link #answer}:
 * what it is given runs only where nothing was wrong. For one thread.
 */
final class Form {

  private static final Pattern TOKEN = Pattern.compile(Token.FORM);

  private final Map<String, String> path;
  private final Map<String, String> query;
  private final Map<?, ?> body;
  private final List<Complaint> complaints = new ArrayList<>();

  /**
   * @param path what stood for the parts in braces
   * @param body JSON, or empty for none
   */
  Form(Map<String, String> path, Map<String, String> query, String body) {
    this.path = path;
    this.query = query;
    this.body = body.isBlank() ? Map.of() : parsed(body);
  }

  private Map<?, ?> parsed(String json) {
    try {
      if (JsonTree.parse(json) instanceof Map<?, ?> fields) {
        return fields;
      }
      complain(
          new Complaint("model_attributes_type", List.of("body"), "Input should be an object"));
    } catch (ParseException e) {
      var message = "JSON decode error: " + e.getMessage() + " at " + e.getErrorOffset();
      complain(new Complaint("json_invalid", List.of("body"), message));
    }
    return Map.of();
  }

  void complain(Complaint complaint) {
    complaints.add(complaint);
  }

  Field path(String name) {
    return new Field(this, List.of("path", name), path.get(name));
  }

  Field query(String name) {
    return new Field(this, List.of("query", name), query.get(name));
  }

  Field body(String name) {
    return new Field(this, List.of("body", name), body.get(name));
  }

  Token token() {
    return path("token")
        .textIfAny(Token.LENGTH_MIN, Token.LENGTH_MAX, TOKEN)
        .map(Token::new)
        .orElse(Token.NOBODY);
  }

  MachineId machine() {
    return new MachineId(path("machine").text(1, 128));
  }

  /** The complaints, or where there are none, what {@code act} answers. */
  Answer answer(Supplier<Answer> act) {
    return complaints.isEmpty() ? act.get() : Answer.invalid(complaints);
  }
}
