package org.bulbil.cli.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bulbil.cli.console.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bulbil release}: signs what {@code bulbil bundle} has made, and checks it. */
@Command(
    name = "release",
    description = "Signs a folder of released files, or checks one.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nWithout Bulbil it is checked by:%n",
    footer = {
      "  openssl pkeyutl -verify -pubin -inkey KEY.pub -rawin -in release.txt \\",
      "    -sigfile release.txt.sig",
      "  sha256sum --check --ignore-missing release.txt"
    })
public final class ReleaseCommand {

  @Spec private CommandSpec spec;

  /** Makes a key pair. */
  @Command(name = "key", description = "Makes a key to sign with, and FILE.pub to check with.")
  int key(@Parameters(paramLabel = "FILE", description = "Must not exist.") Path file)
      throws IOException {
    if (Files.exists(file)) {
      throw new Trouble(file + " exists; a key is never overwritten");
    }
    var open = SigningKey.make(file);
    say(file + " is secret; give people " + open);
    return 0;
  }

  /** Signs a folder. */
  @Command(name = "sign", description = "Writes release.txt and release.txt.sig into FOLDER.")
  int sign(
      @Option(
              names = "--key",
              required = true,
              paramLabel = "FILE",
              description = "The secret key.")
          Path key,
      @Parameters(paramLabel = "FOLDER", description = "With the files to be released.")
          Path folder)
      throws IOException {
    var text = Manifest.of(folder).text();
    var signature = SigningKey.sign(key, text.getBytes(StandardCharsets.UTF_8));
    Files.writeString(folder.resolve(Manifest.NAME), text);
    Files.write(folder.resolve(Manifest.SIGNATURE), signature);
    say(text.strip());
    return 0;
  }

  /** Checks a folder. */
  @Command(name = "check", description = "Checks signature and files; exit code 1 where they fail.")
  int check(
      @Option(names = "--key", required = true, paramLabel = "FILE", description = "FILE.pub.")
          Path key,
      @Parameters(paramLabel = "FOLDER", description = "With release.txt and the files.")
          Path folder)
      throws IOException {
    var text = Files.readAllBytes(folder.resolve(Manifest.NAME));
    var signature = Files.readAllBytes(folder.resolve(Manifest.SIGNATURE));
    if (!SigningKey.verifies(key, text, signature)) {
      throw new Trouble("release.txt was not signed with this key; do not use these files");
    }
    var manifest = Manifest.parse(new String(text, StandardCharsets.UTF_8));
    var faults = manifest.faults(folder);
    if (!faults.isEmpty()) {
      throw new Trouble(String.join("; ", faults) + "; do not use these files");
    }
    say(
        "bulbil %s: %d files, signed and whole"
            .formatted(manifest.version(), manifest.files().size()));
    return 0;
  }

  private void say(String words) {
    spec.commandLine().getOut().println(words);
  }
}
