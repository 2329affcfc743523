package org.bulbil.cli.tip;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.bulbil.atlas.tip.Choice;
import org.bulbil.atlas.tip.Choice.Among;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whom to donate to, as typed. */
final class ChoiceOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @ArgGroup private @Nullable Word among;

  @Option(
      names = "--country",
      paramLabel = "CC",
      description = "Donates only to relays there, such as de.")
  private Optional<String> country;

  @Option(
      names = "--as",
      paramLabel = "NUMBER",
      description = "Donates only to relays in that network, such as AS3320.")
  private Optional<String> system;

  @Option(
      names = "--family",
      paramLabel = "FINGERPRINT",
      description = "Donates only to that relay's family.")
  private Optional<String> family;

  @Option(
      names = "--flag",
      paramLabel = "FLAG",
      description = "Donates only to relays with it, such as Guard.")
  private Optional<String> flag;

  @Option(names = "--exits", description = "Donates only to exits; the same as --flag Exit.")
  private boolean exits;

  @Option(
      names = "--lookup",
      paramLabel = "FINGERPRINTS",
      description = "Donates only to these relays, separated by commas.")
  private Optional<String> lookup;

  @Option(
      names = "--contact",
      paramLabel = "WORDS",
      description = "Donates only where the contact line holds these.")
  private Optional<String> contact;

  @Option(
      names = "--where",
      paramLabel = "NAME=VALUE",
      description = "Any other parameter of Onionoo's protocol, such as first_seen_days=100-.")
  private Map<String, String> more = Map.of();

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "Donates only to the N most used of them.")
  private Optional<Integer> top;

  /** Who is asked for at all. */
  static final class Word {

    @Option(names = "--all", description = "Donates to everybody with a valid address.")
    private boolean all;

    @Option(
        names = "--ours",
        description = "Donates only to who says that it is one of Bulbil's; anybody can say so.")
    private boolean ours;

    @Option(
        names = "--verified",
        description =
            "Donates only where wallet and relay vouch for each other (default, where there are any).")
    private boolean verified;

    Optional<Among> meant() {
      if (all) {
        return Optional.of(Among.ALL);
      }
      if (ours) {
        return Optional.of(Among.OURS);
      }
      return verified ? Optional.of(Among.VERIFIED) : Optional.empty();
    }
  }

  Choice choice() {
    var count = top.map(OptionalInt::of).orElse(OptionalInt.empty());
    try {
      return Choice.read(Optional.ofNullable(among).flatMap(Word::meant), filters(), count)
          .orElseThrow(this::wrong);
    } catch (IllegalArgumentException e) {
      throw wrong("--top: " + e.getMessage());
    }
  }

  private Map<String, String> filters() {
    var filters = new LinkedHashMap<>(more);
    country.ifPresent(value -> filters.put("country", value));
    system.ifPresent(value -> filters.put("as", value));
    family.ifPresent(value -> filters.put("family", value));
    flag.ifPresent(value -> filters.put("flag", value));
    lookup.ifPresent(value -> filters.put("lookup", value));
    contact.ifPresent(value -> filters.put("contact", value));
    if (exits && !"Exit".equalsIgnoreCase(filters.getOrDefault("flag", "Exit"))) {
      throw wrong("--exits and --flag " + flag.orElse("") + " are two flags; choose one");
    }
    if (exits) {
      filters.put("flag", "Exit");
    }
    List.of("order", "limit", "offset", "fields").stream()
        .filter(filters::containsKey)
        .findFirst()
        .ifPresent(
            name -> {
              throw wrong("--where: " + name + " chooses nobody; --top N takes the most used");
            });
    return filters;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
