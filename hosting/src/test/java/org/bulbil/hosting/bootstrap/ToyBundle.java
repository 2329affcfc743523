package org.bulbil.hosting.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** A bundle whose agent is a shell script, and which has some weight. */
final class ToyBundle {

  private static final int BALLAST_BYTES = 400_000;

  private ToyBundle() {}

  /** Packs one in {@code folder} whose agent runs {@code commands} in the relay's folder. */
  static Path pack(Path folder, String commands) throws IOException, InterruptedException {
    var stage = Files.createDirectories(folder.resolve("stage"));
    var program = Files.createDirectories(stage.resolve("bin")).resolve("bulbil-agent");
    Files.writeString(program, "#!/bin/sh\n" + commands + "\n");
    if (!program.toFile().setExecutable(true, false)) {
      throw new IOException("cannot make " + program + " executable");
    }
    var system = Files.createDirectories(stage.resolve("system"));
    for (var name : new String[] {"bulbil-agent.service", "apt.conf", "sysctl.conf"}) {
      Files.writeString(system.resolve(name), "# " + name + "\n");
    }
    var ballast = new byte[BALLAST_BYTES];
    new Random(1).nextBytes(ballast);
    Files.write(stage.resolve("ballast"), ballast);
    var file = folder.resolve("toy.tar.gz");
    var tar = new ProcessBuilder("tar", "-czf", file.toString(), "-C", stage.toString(), ".");
    if (!tar.start().waitFor(20, TimeUnit.SECONDS)) {
      throw new IOException("tar hangs");
    }
    return file;
  }
}
