package org.bulbil.cli.contact;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bulbil.cli.console.StandardInput;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bulbil contact}. */
@Command(
    name = "contact",
    description =
        "Says what is in a relay's contact line: the fields of CIISS, the bitcoin addresses whose"
            + " checksum is right, and what breaks a rule. Reads LINEs, or one a line from standard"
            + " input, and prints one JSON object for each. Nothing is looked up anywhere.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  bulbil contact \"email:you[]example.org btc:bc1q... ciissversion:2\"",
      "  grep ^ContactInfo /etc/tor/torrc | bulbil contact --strict",
      "  bulbil contact --network regtest < lines.txt",
      "Of an address, `where` is field (btc:), uri (bitcoin:) or text. OpenAlias names stand in",
      "`aliases`.",
      "Exit codes: 0 all lines were read, 1 --strict and a line has a problem, 2 typed wrongly."
    })
public final class ContactCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "LINE",
      arity = "0..*",
      description = "Contact lines (default: standard input, one a line).")
  private List<String> lines = List.of();

  @Option(
      names = "--network",
      paramLabel = "NAME",
      description =
          "Only addresses that take coins of this network count: ${COMPLETION-CANDIDATES} (default:"
              + " all, with a remark where it is not mainnet).")
  private @Nullable Chain network;

  @Option(names = "--strict", description = "Exit with 1 where a line has a problem.")
  private boolean strict;

  @Override
  public Integer call() throws IOException {
    var reader = new ContactReader(Optional.ofNullable(network));
    boolean isClean = lines.isEmpty() ? standardInput(reader) : arguments(reader);
    return strict && !isClean ? 1 : 0;
  }

  private boolean arguments(ContactReader reader) {
    var clean = new ArrayList<Boolean>();
    lines.forEach(line -> clean.add(show(reader.read(line, Optional.empty()))));
    return !clean.contains(false);
  }

  private boolean standardInput(ContactReader reader) throws IOException {
    if (StandardInput.isTerminal()) {
      spec.commandLine().getErr().println("bulbil: contact lines, one a line; Ctrl-D ends");
    }
    return each(System.in, reader);
  }

  private boolean each(InputStream in, ContactReader reader) throws IOException {
    boolean isClean = true;
    var input = new LineReader(in);
    for (var line = input.next(); line.isPresent(); line = input.next()) {
      isClean &= show(reader.read(line.get().text(), line.get().problem()));
    }
    return isClean;
  }

  private boolean show(ContactJson contact) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(contact.json());
    out.flush();
    return contact.problems().isEmpty();
  }
}
